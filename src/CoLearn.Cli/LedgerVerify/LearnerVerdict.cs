using CoLearn.Ledger;

namespace CoLearn.LedgerVerify;

/// <summary>A ledger file compared with what one learner confirmed.</summary>
/// <param name="Learner">The learner's name.</param>
/// <param name="Verdict">What came of it.</param>
/// <param name="Round">The last round that the learner confirmed; <see langword="null"/> where that is not known.</param>
/// <param name="Head">That round's record, by hash.</param>
/// <param name="Sentence">All of it in a sentence.</param>
internal sealed record LearnerVerdict(string Learner, Verdict Verdict, int? Round, string? Head, string Sentence)
{
    public bool IsDisagreement => Verdict is Verdict.Lacks or Verdict.Contradicts;

    public static LearnerVerdict Of(LearnerReply reply, LedgerReport report)
    {
        var name = reply.Learner;
        if (reply.Status is not { } status)
            return new(name, Verdict.Unreachable, null, null, reply.Problem!);
        if (status.Head is not { } head || status.Round < 0)
            return new(name, Verdict.NeverConfirmed, null, null, $"Learner '{name}' has not confirmed any round.");

        var round = status.Round;
        LearnerVerdict Confirmed(Verdict verdict, FormattableString sentence) => new(name, verdict, round, head, FormattableString.Invariant(sentence));
        if (round > report.LastIndex)
            return Confirmed(Verdict.Lacks, $"Learner '{name}' confirmed round {round}, and the file lacks {Rounds(report.LastIndex + 1, round)}: it is an older export, or its tail was cut.");
        if (report.Sought.TryGetValue(head, out var index) && index == round)
            return Confirmed(Verdict.Agrees, $"Learner '{name}' agrees: it confirmed record {round}.");
        return Confirmed(Verdict.Contradicts, $"Learner '{name}' contradicts: record {round} of the file is not the one that it confirmed, {head}.");
    }

    private static string Rounds(int first, int last)
        => FormattableString.Invariant(first == last ? (FormattableString)$"round {first}" : $"rounds {first} to {last}");
}
