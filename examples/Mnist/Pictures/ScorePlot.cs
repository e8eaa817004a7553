using ScottPlot;

namespace CoLearn.Examples.Mnist;

/// <summary>The picture's upper half: every learner's test and vote score by round as thin lines, their means as bold ones.</summary>
internal static class ScorePlot
{
    public static Plot Draw(CollectiveRun run, int lastRound)
    {
        var criterion = run.Status.Rule?.Criterion ?? "score";
        var plot = Lettering.NewPlot($"Scores of each round's proposal ({criterion})");
        foreach (var learner in run.Learners)
        {
            Line(plot, run, round => Vote(round, learner)?.VoteScore, Palette.Vote.WithAlpha(.35), width: 1);
            Line(plot, run, round => Vote(round, learner)?.TestScore, Palette.Test.WithAlpha(.35), width: 1);
        }

        Line(plot, run, round => round.MeanVoteScore, Palette.Vote, width: 2.5f);
        Line(plot, run, round => round.MeanTestScore, Palette.Test, width: 2.5f);

        foreach (var item in new[] { Item("test score: mean", Palette.Test, 2.5f), Item("of a learner", Palette.Test.WithAlpha(.45), 1), Item("vote score: mean", Palette.Vote, 2.5f), Item("of a learner", Palette.Vote.WithAlpha(.45), 1) })
            plot.Legend.ManualItems.Add(item);
        Legends.PutAbove(plot);

        plot.Axes.SetLimitsX(-0.6, lastRound + 0.6);
        Lettering.RoundTicks(plot, lastRound);
        var (low, high) = Range(run);
        plot.Axes.SetLimitsY(low, high);
        plot.Axes.Left.Label.Text = criterion;
        NoteInitial(plot, run, low, high);
        return plot;
    }

    private static void Line(Plot plot, CollectiveRun run, Func<RoundRecord, double?> score, Color colour, float width)
    {
        // A round without a score is a gap.
        var points = run.Rounds.Select(round => new Coordinates(round.Index, score(round) ?? double.NaN)).ToArray();
        var line = plot.Add.Scatter(points, colour);
        line.LineWidth = width;
        line.MarkerSize = width > 2 ? 6 : 0;
    }

    /// <summary>From the lowest to the highest score after the initial round, whose guesses would press all others to the upper edge.</summary>
    private static (double Low, double High) Range(CollectiveRun run)
    {
        var shown = run.Rounds.Count > 1 ? run.Rounds.Skip(1) : run.Rounds;
        var scores = shown.SelectMany(round => round.Facts.Votes)
            .SelectMany(vote => new[] { vote.VoteScore, vote.TestScore })
            .OfType<double>()
            .DefaultIfEmpty(0)
            .ToList();
        var (low, high) = (scores.Min(), scores.Max());
        var margin = Math.Max((high - low) * 0.08, 0.005);
        return (low - margin, high + margin);
    }

    private static void NoteInitial(Plot plot, CollectiveRun run, double low, double high)
    {
        if (run.Rounds is not [{ MeanTestScore: { } score }, ..] || (score >= low && score <= high))
            return;
        var note = plot.Add.Text(FormattableString.Invariant($"initial {score:0.000}"), 0, score < low ? low : high);
        note.LabelFontSize = 11;
        note.LabelFontColor = Palette.Quiet;
        note.LabelAlignment = score < low ? Alignment.LowerLeft : Alignment.UpperLeft;
        note.OffsetX = -4;
    }

    private static Vote? Vote(RoundRecord round, string learner) => round.Facts.Votes.FirstOrDefault(vote => vote.Learner == learner);

    private static LegendItem Item(string text, Color colour, float width)
        => new() { LabelText = text, LineColor = colour, LineWidth = width, MarkerShape = width > 2 ? MarkerShape.FilledCircle : MarkerShape.None, MarkerColor = colour, MarkerSize = 6 };
}
