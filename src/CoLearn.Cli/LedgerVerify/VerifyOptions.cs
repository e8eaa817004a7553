using CoLearn.Clusters;

namespace CoLearn.LedgerVerify;

/// <summary>What the command line says; <see cref="VerifyCommand"/> has the checks.</summary>
internal sealed record VerifyOptions
{
    /// <summary>A path, or <c>-</c> for standard input.</summary>
    public required string File { get; init; }

    public string? Head { get; init; }

    public ClusterChoice? Cluster { get; init; }

    public bool Json { get; init; }

    public bool IsInput => File == "-";
}
