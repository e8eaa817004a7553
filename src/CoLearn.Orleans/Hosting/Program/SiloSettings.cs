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

    public required ComputeOptions Compute { get; init; }

    public required WatchOptions Watch { get; init; }

    public required IReadOnlyList<HostedModel> Hosted { get; init; }
}
