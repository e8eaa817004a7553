using System.Globalization;

namespace CoLearn.Examples.Mnist;

/// <summary>
/// A round as a row: its number, the proposer, each learner's vote with its vote score, the mean test score, the outcome, the time.
/// Where votes with scores would be wider than the output, a vote is its mark alone.
/// </summary>
internal sealed class RoundTable
{
    private const string Gap = "  ";
    private const int ScoreWidth = 5;
    private const int OutcomeWidth = 13;

    private readonly IReadOnlyList<string> learners;
    private readonly bool marksOnly;
    private readonly int proposerWidth;
    private readonly int voteWidth;

    public RoundTable(IReadOnlyList<string> learners, int width)
    {
        this.learners = learners;
        proposerWidth = Math.Max("proposer".Length, learners.Max(learner => learner.Length));
        voteWidth = 2 + ScoreWidth;
        var others = "round".Length + proposerWidth + ScoreWidth + OutcomeWidth + "seconds".Length + (5 * Gap.Length);
        marksOnly = others + (learners.Count * (voteWidth + 1)) - 1 > width;
    }

    /// <summary>What the marks mean.</summary>
    public static string Legend => "✓ approves  ✗ rejects  ? abstains  ▸ proposes;  scores are each learner's own, of that round's proposal.";

    /// <summary>The columns' names.</summary>
    public IReadOnlyList<Cell> Header => Row(
        "round",
        "proposer",
        learners.Select(learner => new Cell(marksOnly ? " " : ShortName(learner).PadLeft(voteWidth), Tone.Faint)),
        "test",
        new("outcome", Tone.Faint),
        "seconds",
        Tone.Faint);

    /// <summary>A round's cells; joined, they are its line.</summary>
    public IReadOnlyList<Cell> Row(RoundRecord round)
    {
        var votes = round.Facts.Votes.ToDictionary(vote => vote.Learner);
        return Row(
            Number(round.Index),
            round.Outcome == Outcome.Initial ? "" : string.Join(" ", round.Facts.Proposers),
            learners.Select(learner => VoteCell(round, votes.GetValueOrDefault(learner), learner)),
            Score(round.MeanTestScore),
            OutcomeCell(round),
            round.Measurements.WallSeconds.ToString("0.0", CultureInfo.InvariantCulture),
            Tone.Plain);
    }

    /// <summary>What a row has no room for: why a round failed or a learner abstained.</summary>
    public static IEnumerable<string> Notes(RoundRecord round)
    {
        if (round.Facts.Reason is { } reason)
            yield return reason;
        foreach (var vote in round.Facts.Votes)
        {
            if (vote.Reason is { } why)
                yield return $"{vote.Learner}: {why}";
        }
    }

    private List<Cell> Row(string round, string proposer, IEnumerable<Cell> votes, string test, Cell outcome, string seconds, Tone tone)
    {
        List<Cell> cells = [new(round.PadLeft("round".Length) + Gap, tone), new(proposer.PadRight(proposerWidth) + Gap, tone)];
        foreach (var (text, voteTone) in votes)
        {
            cells.Add(new(text, voteTone));
            if (!marksOnly)
                cells.Add(new(" ", Tone.Plain));
        }

        cells.Add(new((marksOnly ? Gap : " ") + test.PadLeft(ScoreWidth) + Gap, tone));
        cells.Add(outcome with { Text = outcome.Text.PadRight(OutcomeWidth) + Gap });
        cells.Add(new(seconds.PadLeft("seconds".Length), Tone.Faint));
        return cells;
    }

    private Cell VoteCell(RoundRecord round, Vote? vote, string learner)
    {
        var proposes = round.Outcome != Outcome.Initial && round.Facts.Proposers.Contains(learner);
        var (mark, tone) = vote?.Answer switch
        {
            _ when proposes => ('▸', Tone.Proposer),
            VoteAnswer.Approve => ('✓', Tone.Good),
            VoteAnswer.Reject => ('✗', Tone.Bad),
            VoteAnswer.Abstain => ('?', Tone.Faint),
            _ => (marksOnly ? '·' : ' ', Tone.Plain),
        };
        return new(marksOnly ? mark.ToString() : $"{mark} {Score(vote?.VoteScore)}", tone);
    }

    private static Cell OutcomeCell(RoundRecord round) => round.Outcome switch
    {
        Outcome.Accepted => new($"accepted {Tally(round)}", Tone.Good),
        Outcome.Rejected => new($"rejected {Tally(round)}", Tone.Bad),
        Outcome.Failed => new("failed", Tone.Bad),
        _ => new("initial", Tone.Faint),
    };

    private static string Tally(RoundRecord round) => FormattableString.Invariant($"{round.Facts.Approvals}/{round.Facts.Electors.Count}");

    // Five characters: 0.953, 12.34, 4567.
    private static string Score(double? score)
    {
        if (score is not { } value)
            return "-".PadLeft(ScoreWidth);
        var text = value.ToString("0.000", CultureInfo.InvariantCulture);
        var whole = text.IndexOf('.', StringComparison.Ordinal);
        return text[..Math.Min(text.Length, Math.Max(ScoreWidth, whole))].TrimEnd('.').PadLeft(ScoreWidth);
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    // learner-07 stands above its votes as 07.
    private string ShortName(string learner)
    {
        var name = learner.StartsWith("learner-", StringComparison.Ordinal) ? learner["learner-".Length..] : learner;
        return name.Length <= voteWidth ? name : name[..voteWidth];
    }
}
