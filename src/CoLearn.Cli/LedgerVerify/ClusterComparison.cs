using CoLearn.Ledger;

namespace CoLearn.LedgerVerify;

/// <summary>A ledger file compared with its cluster.</summary>
/// <param name="Differences">Where the header and the collective differ, a sentence each. The chain does not cover all that the header says.</param>
/// <param name="Learners">The learners, one by one.</param>
internal sealed record ClusterComparison(IReadOnlyList<string> Differences, IReadOnlyList<LearnerVerdict> Learners)
{
    public bool Disagrees => Differences.Count > 0 || Learners.Any(learner => learner.IsDisagreement);

    /// <summary>Whether nobody answered.</summary>
    public bool IsSilent => Learners.Count > 0 && Learners.All(learner => learner.Verdict == Verdict.Unreachable);

    public static ClusterComparison Of(ClusterAnswer answer, LedgerReport report)
        => new([.. Compare(report.Header!, answer.Status)], [.. answer.Replies.Select(reply => LearnerVerdict.Of(reply, report))]);

    private static IEnumerable<string> Compare(LedgerHeader header, CollectiveStatus status)
    {
        if (status.Phase == CollectivePhase.Unknown)
        {
            yield return $"The cluster does not know collective '{header.Collective}'.";
            yield break;
        }

        if (header.Model != status.Model)
            yield return $"The model in the header is another one than the cluster's, '{status.Model}'.";
        if (header.Seed != status.Seed)
            yield return FormattableString.Invariant($"The seed in the header is {header.Seed}, and the cluster's is {status.Seed}.");
        if (status.Fingerprint is { } fingerprint && header.Fingerprint != fingerprint)
            yield return $"The fingerprint in the header is not the cluster's, {fingerprint}.";
        if (status.Rule is { } rule && RecordHash.Of(header.Rule) != RecordHash.Of(rule))
            yield return "The rule in the header is not the cluster's.";
    }
}
