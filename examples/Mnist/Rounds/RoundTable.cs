using System.Globalization;

namespace CoLearn.Examples.Mnist;

/// <summary>
/// A round as a row: its number, who proposed, each learner's vote with its vote score, the mean test score, the outcome, the time.
/// Where votes with scores would be wider than the output, a vote is its mark alone. A proposer has a mark of its own instead of a vote, or, where
/// several propose and vote, before it.
/// </summary>
internal sealed class RoundTable
{
    private const string Gap = "  ";
    private const int ScoreWidth = 5;
    private const int OutcomeWidth = 13;

    private readonly IReadOnlyList<string> learners;
    private readonly bool average;
    private readonly bool marksOnly;
    private readonly string proposers;
    private readonly int proposerWidth;
    private readonly int voteWidth;

    public RoundTable(IReadOnlyList<string> learners, int width, bool average = false)
    {
        this.learners = learners;
        this.average = average;
        proposers = average ? "proposers" : "proposer";
        proposerWidth = Math.Max(proposers.Length, learners.Max(learner => learner.Length));
        voteWidth = (average ? 3 : 2) + ScoreWidth;
        var others = "round".Length + proposerWidth + ScoreWidth + OutcomeWidth + "seconds".Length + (5 * Gap.Length);
        marksOnly = others + (learners.Count * (voteWidth + 1)) - 1 > width;
    }

    /// <summary>What the marks mean.</summary>
    public string Legend =>
        $"✓ approves  ✗ rejects  ? abstains  ▸ {(average ? "trained for the mean" : "proposes")};  scores are each learner's own, of that round's proposal.";

    /// <summary>The columns' names.</summary>
    public IReadOnlyList<Cell> Header => Row(
        "round",
        proposers,
        learners.Select(learner => new[] { new Cell(marksOnly ? new string(' ', average ? 2 : 1) : ShortName(learner).PadLeft(voteWidth), Tone.Faint) }),
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
            round.Outcome == Outcome.Initial ? "" : Who(round.Facts.Proposers),
            learners.Select(learner => VoteCells(round, votes.GetValueOrDefault(learner), learner)),
            Score(round.MeanTestScore),
            OutcomeCell(round),
            round.Measurements.WallSeconds.ToString("0.0", CultureInfo.InvariantCulture),
            Tone.Plain);
    }

    /// <summary>What a row has no room for: why a round failed, or a learner was left out or abstained.</summary>
    public static IEnumerable<string> Notes(RoundRecord round)
    {
        if (round.Facts.Reason is { } reason)
            yield return reason;
        // Where there is no proposal, their reasons are the round's.
        foreach (var left in round.Facts.Contributions.Where(left => left.Reason is not null && round.Facts.ProposalHash is not null))
            yield return $"{left.Learner} is not in the mean: {left.Reason}";
        foreach (var vote in round.Facts.Votes)
        {
            if (vote.Reason is { } why)
                yield return $"{vote.Learner}: {why}";
        }
    }

    private List<Cell> Row(string round, string proposer, IEnumerable<Cell[]> votes, string test, Cell outcome, string seconds, Tone tone)
    {
        List<Cell> cells = [new(round.PadLeft("round".Length) + Gap, tone), new(proposer.PadRight(proposerWidth) + Gap, tone)];
        foreach (var vote in votes)
        {
            cells.AddRange(vote);
            if (!marksOnly)
                cells.Add(new(" ", Tone.Plain));
        }

        cells.Add(new((marksOnly ? Gap : " ") + test.PadLeft(ScoreWidth) + Gap, tone));
        cells.Add(outcome with { Text = outcome.Text.PadRight(OutcomeWidth) + Gap });
        cells.Add(new(seconds.PadLeft("seconds".Length), Tone.Faint));
        return cells;
    }

    private Cell[] VoteCells(RoundRecord round, Vote? vote, string learner)
    {
        var proposes = round.Outcome != Outcome.Initial && round.Facts.Proposers.Contains(learner);
        var (mark, tone) = vote?.Answer switch
        {
            _ when proposes && !average => ('▸', Tone.Proposer),
            VoteAnswer.Approve => ('✓', Tone.Good),
            VoteAnswer.Reject => ('✗', Tone.Bad),
            VoteAnswer.Abstain => ('?', Tone.Faint),
            _ => (marksOnly ? '·' : ' ', Tone.Plain),
        };
        var cell = new Cell(marksOnly ? mark.ToString() : $"{mark} {Score(vote?.VoteScore)}", tone);
        return average ? [new(proposes ? "▸" : " ", Tone.Proposer), cell] : [cell];
    }

    private string Who(IReadOnlyList<string> some) => some.Count switch
    {
        1 => some[0],
        _ when some.Count == learners.Count => $"all {Number(some.Count)}",
        _ => $"{Number(some.Count)} of {Number(learners.Count)}",
    };

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
