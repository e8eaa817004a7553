using System.Text;
using CoLearn.Ledger;

namespace CoLearn.LedgerVerify;

/// <summary>The result for a reader.</summary>
internal static class VerifyText
{
    public static string Of(VerifyResult result)
    {
        var (report, text) = (result.Report, new StringBuilder());
        var whose = report.Header is { } header ? $" of collective '{header.Collective}'" : "";
        text.Append(FormattableString.Invariant($"{report.Records} {(report.Records == 1 ? "record" : "records")}{whose}"));
        text.Append(report.Records > 0 ? FormattableString.Invariant($", the last one of round {report.LastIndex}.\n") : ".\n");
        text.Append(FormattableString.Invariant($"head {report.Head}\n"));
        foreach (var finding in report.Findings)
            text.Append(FormattableString.Invariant($"✗ {finding.Sentence}\n"));
        if (report.Findings.All(finding => finding.Fault is LedgerFault.HeadInside or LedgerFault.HeadAbsent))
            text.Append("✓ Every record has its hash and continues the one before.\n");
        if (report.Head == result.Options.Head)
            text.Append("✓ The head is the one that you know.\n");
        Append(text, result.Cluster);
        if (result.Options.Head is null && result.Cluster is null)
        {
            text.Append("A chain alone shows neither a tail that was cut nor a rewriting of everything: compare the head with one that you know (--head),\n");
            text.Append("or with what the learners confirmed (--cluster).\n");
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, ClusterComparison? cluster)
    {
        foreach (var difference in cluster?.Differences ?? [])
            text.Append($"✗ {difference}\n");
        foreach (var learner in cluster?.Learners ?? [])
            text.Append($"{Mark(learner.Verdict)} {learner.Sentence}\n");
    }

    private static char Mark(Verdict verdict) => verdict switch
    {
        Verdict.Agrees => '✓',
        Verdict.Lacks or Verdict.Contradicts => '✗',
        _ => '?',
    };
}
