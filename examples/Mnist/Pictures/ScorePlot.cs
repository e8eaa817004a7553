using System.Globalization;
using ScottPlot;

namespace CoLearn.Examples.Mnist;

/// <summary>The picture's upper half: every learner's test and vote score by round as thin lines, their means as bold ones.</summary>
internal static class ScorePlot
{
    public static readonly Heading Heading = new("Scores of each round's proposal", [
        new("test, mean", Palette.Test, MeanWidth), new("of a learner", Palette.Test.WithAlpha(Faint), LearnerWidth),
        new("vote, mean", Palette.Vote, MeanWidth), new("of a learner", Palette.Vote.WithAlpha(Faint), LearnerWidth),
    ]);

    private const float MeanWidth = 2.5f;
    private const float LearnerWidth = 1.2f;
    private const double Faint = 0.4;
    private const int MostMarkers = 60;

    public static Plot Draw(CollectiveRun run, int lastRound)
    {
        var criterion = run.Status.Rule?.Criterion ?? "score";
        var plot = Lettering.NewPlot();
        foreach (var learner in run.Learners)
        {
            Line(plot, run, round => Vote(round, learner)?.VoteScore, Palette.Vote.WithAlpha(Faint), LearnerWidth);
            Line(plot, run, round => Vote(round, learner)?.TestScore, Palette.Test.WithAlpha(Faint), LearnerWidth);
        }

        Line(plot, run, round => round.MeanVoteScore, Palette.Vote, MeanWidth);
        Line(plot, run, round => round.MeanTestScore, Palette.Test, MeanWidth);

        plot.Axes.SetLimitsX(-0.6, lastRound + 0.6);
        Lettering.RoundTicks(plot, lastRound);
        var (low, high) = Range(run);
        plot.Axes.SetLimitsY(low, high);
        plot.Axes.Left.Label.Text = criterion;
        plot.Axes.Left.MinimumSize = Lettering.Room.Left - 12;
        plot.Axes.Left.TickGenerator = new ScottPlot.TickGenerators.NumericAutomatic
        {
            LabelFormatter = value => value.ToString("0.00##", CultureInfo.InvariantCulture),
        };
        NoteInitial(plot, run, low);
        return plot;
    }

    private static void Line(Plot plot, CollectiveRun run, Func<RoundRecord, double?> score, Color colour, float width)
    {
        // A round without a score is a gap.
        var points = Shown(run).Select(round => new Coordinates(round.Index, score(round) ?? double.NaN)).ToArray();
        var line = plot.Add.Scatter(points, colour);
        line.LineWidth = width;
        line.MarkerSize = width == MeanWidth && run.Rounds.Count <= MostMarkers ? 6 : 0;
    }

    // The initial weights' guesses would press all other scores to the upper edge; they get a note instead.
    private static IEnumerable<RoundRecord> Shown(CollectiveRun run) => run.Rounds.Count > 1 ? run.Rounds.Skip(1) : run.Rounds;

    private static (double Low, double High) Range(CollectiveRun run)
    {
        var scores = Shown(run).SelectMany(round => round.Facts.Votes)
            .SelectMany(vote => new[] { vote.VoteScore, vote.TestScore })
            .OfType<double>()
            .DefaultIfEmpty(0)
            .ToList();
        var (low, high) = (scores.Min(), scores.Max());
        var margin = Math.Max((high - low) * 0.08, 0.005);
        return (low - margin, high + margin);
    }

    private static void NoteInitial(Plot plot, CollectiveRun run, double low)
    {
        if (run.Rounds is not [{ MeanTestScore: { } score }, _, ..])
            return;
        var note = plot.Add.Text(FormattableString.Invariant($"initial\n{score:0.000}"), -0.5, low);
        note.LabelFontSize = 10;
        note.LabelFontColor = Palette.Quiet;
        note.LabelAlignment = Alignment.LowerLeft;
        note.OffsetX = 2;
        note.OffsetY = -4;
    }

    private static Vote? Vote(RoundRecord round, string learner) => round.Facts.Votes.FirstOrDefault(vote => vote.Learner == learner);
}
