using System.Globalization;
using CoLearn.Shell;
using Spectre.Console;

namespace CoLearn.Rounds;

/// <summary>Rounds as lines, one by one as they come: who proposed, each learner's vote with its vote score, the means, the outcome.</summary>
internal sealed class RoundTable(Terminal terminal, IReadOnlyList<string> joined)
{
    public const string Legend = "✓ approves  ✗ rejects  ? abstains  ▸ proposes;  scores are each learner's own, of that round's proposal.";

    private const int ScoreWidth = 5;
    private const int OutcomeWidth = 13;

    private readonly IAnsiConsole console = terminal.Tables;
    private IReadOnlyList<string> learners = [];

    /// <summary>Adds a round; above the first, and where learners joined, stand the columns' names.</summary>
    public void Add(RoundRecord round)
    {
        var unknown = round.Facts.Votes.Select(vote => vote.Learner).Except(learners).ToList();
        if (learners.Count == 0 || unknown.Count > 0)
        {
            if (learners.Count == 0)
                Line(new Cell(Legend, Style.Plain));
            learners = [.. learners, .. joined.Except(learners), .. unknown.Except(joined)];
            Line([.. Cells("round", "proposer", learners.Select(learner => new Cell($"  {learner.PadLeft(Width(learner))}", Style.Plain)), "votes", "tests", new("outcome", Style.Plain), "seconds")]);
        }

        var votes = round.Facts.Votes.ToDictionary(vote => vote.Learner);
        Line([.. Cells(
            Number(round.Index),
            round.Outcome == Outcome.Initial ? "" : Who(round.Facts.Proposers),
            learners.Select(learner => VoteCell(round, votes.GetValueOrDefault(learner), learner)),
            Score(round.MeanVoteScore),
            Score(round.MeanTestScore),
            OutcomeCell(round),
            round.Measurements.WallSeconds.ToString("0.0", CultureInfo.InvariantCulture))]);
        foreach (var note in Notes(round))
            Line(new Cell($"       {note}", new Style(Color.Grey)));
    }

    private IEnumerable<Cell> Cells(string round, string proposer, IEnumerable<Cell> votes, string voteScore, string testScore, Cell outcome, string seconds) =>
    [
        new($"{round,5}  {proposer.PadRight(Math.Max("proposer".Length, learners.Max(learner => learner.Length)))}", Style.Plain),
        .. votes,
        new($"  {voteScore,ScoreWidth}  {testScore,ScoreWidth}  ", Style.Plain),
        outcome with { Text = outcome.Text.PadRight(OutcomeWidth) },
        new($"  {seconds,7}", Style.Plain),
    ];

    private void Line(params Cell[] cells)
    {
        var line = new Paragraph();
        foreach (var cell in cells)
            line.Append(cell.Text, cell.Style);
        console.Write(line);
        console.WriteLine();
    }

    private static Cell VoteCell(RoundRecord round, Vote? vote, string learner)
    {
        var (mark, style) = vote?.Answer switch
        {
            _ when round.Outcome != Outcome.Initial && round.Facts.Proposers is [var proposer] && proposer == learner => ('▸', new Style(Color.Blue)),
            VoteAnswer.Approve => ('✓', new Style(Color.Green)),
            VoteAnswer.Reject => ('✗', new Style(Color.Red)),
            VoteAnswer.Abstain => ('?', new Style(Color.Grey)),
            _ => (' ', Style.Plain),
        };
        return new($"  {mark}{Score(vote?.VoteScore).PadLeft(Width(learner) - 1)}", style);
    }

    private static int Width(string learner) => Math.Max(learner.Length, ScoreWidth + 2);

    private static Cell OutcomeCell(RoundRecord round) => round.Outcome switch
    {
        Outcome.Accepted => new($"accepted {Tally(round)}", new Style(Color.Green)),
        Outcome.Rejected => new($"rejected {Tally(round)}", new Style(Color.Red)),
        Outcome.Failed => new("failed", new Style(Color.Red)),
        _ => new("initial", Style.Plain),
    };

    private static IEnumerable<string> Notes(RoundRecord round)
    {
        if (round.Facts.Reason is { } reason)
            yield return reason;
        foreach (var vote in round.Facts.Votes.Where(vote => vote.Reason is not null))
            yield return $"{vote.Learner}: {vote.Reason}";
    }

    private string Who(IReadOnlyList<string> some) => some.Count switch
    {
        1 => some[0],
        _ when some.Count == learners.Count => $"all {Number(some.Count)}",
        _ => $"{Number(some.Count)} of {Number(learners.Count)}",
    };

    private static string Tally(RoundRecord round) => FormattableString.Invariant($"{round.Facts.Approvals}/{round.Facts.Electors.Count}");

    private static string Score(double? score) => score?.ToString("0.000", CultureInfo.InvariantCulture) ?? "-";

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private readonly record struct Cell(string Text, Style Style);
}
