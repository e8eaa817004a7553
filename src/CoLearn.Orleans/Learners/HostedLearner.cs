using Microsoft.Extensions.Configuration;

namespace CoLearn.Learners;

/// <summary>A learner that this silo hosts: its data is here.</summary>
internal sealed record HostedLearner(LearnerDefinition Definition, string Learner, IConfiguration Settings);
