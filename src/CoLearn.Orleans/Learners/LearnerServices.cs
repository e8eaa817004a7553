using CoLearn.Endpoint;
using CoLearn.Exchange;
using CoLearn.Faults;
using Microsoft.Extensions.Logging;
using Orleans.Storage;

namespace CoLearn.Learners;

/// <summary>What a learner's grain needs of its silo. Made by the framework and handed to generated grains.</summary>
public sealed class LearnerServices
{
    internal LearnerServices(
        HostedLearners hosted,
        ComputeQueue compute,
        IWeightsStore weights,
        IGrainStorage notes,
        Readiness readiness,
        FaultPoints faults,
        Reports reports,
        TimeProvider time,
        ILoggerFactory logs)
    {
        Hosted = hosted;
        Compute = compute;
        Weights = weights;
        Notes = notes;
        Readiness = readiness;
        Faults = faults;
        Reports = reports;
        Time = time;
        Logs = logs;
    }

    internal HostedLearners Hosted { get; }

    internal ComputeQueue Compute { get; }

    internal IWeightsStore Weights { get; }

    internal IGrainStorage Notes { get; }

    internal Readiness Readiness { get; }

    internal FaultPoints Faults { get; }

    internal Reports Reports { get; }

    internal LookedThrough LookedThrough { get; } = new();

    internal TimeProvider Time { get; }

    internal ILoggerFactory Logs { get; }
}
