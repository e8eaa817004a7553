using System.Net;
using CoLearn.Clusters;
using CoLearn.Learners;

namespace CoLearn.Hosting;

/// <summary>What a silo's configuration comes to.</summary>
internal sealed record SiloSettings
{
    public required string Site { get; init; }

    /// <summary>A directory; <see langword="null"/> for in memory.</summary>
    public string? Store { get; init; }

    public required ClusterSettings<ClusterKind> Cluster { get; init; }

    /// <summary>Where it serves weights and health; <see langword="null"/> for a port that is free.</summary>
    public required IPEndPoint? Endpoint { get; init; }

    /// <summary>What of <see cref="CoLearnSiloProgram.Switch"/> is on.</summary>
    public required IReadOnlyList<string> Switches { get; init; }

    public required ComputeOptions Compute { get; init; }

    public required WatchOptions Watch { get; init; }

    public required IReadOnlyList<HostedModel> Hosted { get; init; }
}
