using ScottPlot;

namespace CoLearn.Examples.Mnist;

/// <summary>
/// The picture's lower half: learners by rounds, a cell for each vote. A tick or a cross says how the round ended: on the proposer's cell, which has no
/// vote; where several propose, and vote, in a row below them, and a dot marks their cells.
/// </summary>
internal static class VoteMatrix
{
    private static readonly Key[] Answers = [new("approve", Palette.Approve), new("reject", Palette.Reject), new("abstain", Palette.Abstain)];

    private static readonly Heading OfTurns = new("Votes", [.. Answers, new("no vote: the proposer, \u2713 accepted or \u2717 not", Palette.None)]);

    private static readonly Heading OfAverages = new("Votes", [
        .. Answers, new("trained for the mean", Palette.Ink, Dot: 6), new("the mean, \u2713 accepted or \u2717 not", Palette.None),
    ]);

    public static Heading HeadingOf(bool averages) => averages ? OfAverages : OfTurns;

    /// <summary>How many rows of cells it has.</summary>
    public static int RowsOf(CollectiveRun run) => run.Learners.Count + (run.Averages ? 1 : 0);

    public static Plot Draw(CollectiveRun run, int lastRound, PixelSize data)
    {
        var plot = Lettering.NewPlot();
        // From below.
        List<string> rows = [.. run.Averages ? ["mean"] : Array.Empty<string>(), .. run.Learners.Reverse()];
        foreach (var round in run.Rounds)
        {
            var votes = round.Facts.Votes.ToDictionary(vote => vote.Learner);
            for (var row = 0; row < rows.Count; row++)
                Fill(plot, round.Index, row, votes.GetValueOrDefault(rows[row])?.Answer ?? VoteAnswer.None);
        }

        // Marks are as wide as they are high, whatever the cells are.
        var cell = (Width: data.Width / (lastRound + 1.2), Height: data.Height / rows.Count);
        var size = Math.Min(22, 0.62 * Math.Min(cell.Width, cell.Height));
        var pen = (float)Math.Clamp(size / 8, 0.8, 2.4);
        foreach (var round in run.Rounds.Where(round => round.Outcome != Outcome.Initial))
        {
            var proposers = round.Facts.Proposers.Select(proposer => rows.IndexOf(proposer));
            foreach (var row in run.Averages ? [0] : proposers)
                Mark(plot, round.Index, row, round.Outcome, size / cell.Width, size / cell.Height, pen);
            foreach (var row in run.Averages ? proposers : [])
                plot.Add.Marker(round.Index, row, MarkerShape.FilledCircle, (float)Math.Max(0.3 * size, 1.5), Palette.Ink);
        }

        plot.HideGrid();
        plot.Axes.SetLimits(-0.6, lastRound + 0.6, -0.5, rows.Count - 0.5);
        Lettering.RoundTicks(plot, lastRound);
        plot.Axes.Left.TickGenerator = RowTicks(rows);
        plot.Axes.Left.MajorTickStyle.Length = 0;
        return plot;
    }

    private static void Fill(Plot plot, int round, int row, VoteAnswer answer)
    {
        var cell = plot.Add.Rectangle(round - 0.46, round + 0.46, row - 0.45, row + 0.45);
        cell.FillColor = answer switch
        {
            VoteAnswer.Approve => Palette.Approve,
            VoteAnswer.Reject => Palette.Reject,
            VoteAnswer.Abstain => Palette.Abstain,
            _ => Palette.None,
        };
        cell.LineWidth = 0;
    }

    // Drawn with lines: an SVG leaves its letters to the fonts of whoever looks at it.
    private static void Mark(Plot plot, double x, double y, Outcome outcome, double width, double height, float pen)
    {
        if (outcome == Outcome.Accepted)
        {
            Stroke(plot, pen, [At(-0.5, 0), At(-0.15, -0.38), At(0.5, 0.42)]);
        }
        else
        {
            Stroke(plot, pen, [At(-0.4, -0.4), At(0.4, 0.4)]);
            Stroke(plot, pen, [At(-0.4, 0.4), At(0.4, -0.4)]);
        }

        Coordinates At(double right, double up) => new(x + (right * width), y + (up * height));
    }

    private static void Stroke(Plot plot, float pen, Coordinates[] points)
    {
        var line = plot.Add.ScatterLine(points, Palette.Ink);
        line.LineWidth = pen;
    }

    private static ScottPlot.TickGenerators.NumericManual RowTicks(List<string> rows)
    {
        var ticks = new ScottPlot.TickGenerators.NumericManual();
        var step = Math.Max(1, rows.Count / 25);
        for (var row = 0; row < rows.Count; row += step)
            ticks.AddMajor(row, rows[row]);
        return ticks;
    }
}
