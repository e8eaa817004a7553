using CoLearn.Ledger;

namespace CoLearn.LedgerVerify;

/// <summary>All that came of it.</summary>
/// <param name="Options">What was asked.</param>
/// <param name="Report">The file by itself.</param>
/// <param name="Cluster">The file beside its cluster; <see langword="null"/> where none was asked, or none answered.</param>
/// <param name="ClusterProblem">Why the cluster could not be asked, in a sentence; <see langword="null"/> where it could, or was not to be.</param>
internal sealed record VerifyResult(VerifyOptions Options, LedgerReport Report, ClusterComparison? Cluster, string? ClusterProblem)
{
    public bool Disagrees => Report.Findings.Count > 0 || Cluster is { Disagrees: true };

    public int ExitCode => Disagrees ? Shell.ExitCode.Disagreement : ClusterProblem is not null ? Shell.ExitCode.Unreachable : Shell.ExitCode.Success;
}
