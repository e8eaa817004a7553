using CoLearn.Clusters;

namespace CoLearn.Start;

/// <summary>What the command line says.</summary>
internal sealed record StartOptions
{
    public required string Collective { get; init; }

    /// <summary>What it is created with; <see langword="null"/> to go on with one that exists.</summary>
    public CollectiveSettings? Settings { get; init; }

    /// <summary>What is changed of the declared rule; <see langword="null"/> for nothing.</summary>
    public Func<CollectiveRule, CollectiveRule>? Rule { get; init; }

    public int Rounds { get; init; }

    public bool Detach { get; init; }

    public required ClusterChoice Cluster { get; init; }

    public bool Json { get; init; }
}
