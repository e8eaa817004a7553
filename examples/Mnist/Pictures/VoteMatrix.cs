using ScottPlot;

namespace CoLearn.Examples.Mnist;

/// <summary>
/// The picture's lower half: learners by rounds, a cell for each vote; a tick or a cross on the proposer's cell says how the round ended.
/// </summary>
internal static class VoteMatrix
{
    public static readonly Heading Heading = new("Votes", [
        new("approve", Palette.Approve), new("reject", Palette.Reject), new("abstain", Palette.Abstain),
        new("no vote: the proposer, \u2713 accepted or \u2717 not", Palette.None),
    ]);

    public static Plot Draw(CollectiveRun run, int lastRound, PixelSize data)
    {
        var plot = Lettering.NewPlot();
        var learners = run.Learners.Reverse().ToList();
        foreach (var round in run.Rounds)
        {
            var votes = round.Facts.Votes.ToDictionary(vote => vote.Learner);
            for (var row = 0; row < learners.Count; row++)
                Fill(plot, round.Index, row, votes.GetValueOrDefault(learners[row])?.Answer ?? VoteAnswer.None);
        }

        // Marks are as wide as they are high, whatever the cells are.
        var cell = (Width: data.Width / (lastRound + 1.2), Height: data.Height / learners.Count);
        var size = Math.Min(22, 0.62 * Math.Min(cell.Width, cell.Height));
        var pen = (float)Math.Clamp(size / 8, 0.8, 2.4);
        foreach (var round in run.Rounds.Where(round => round.Outcome != Outcome.Initial))
        {
            foreach (var proposer in round.Facts.Proposers)
                Mark(plot, round.Index, learners.IndexOf(proposer), round.Outcome, size / cell.Width, size / cell.Height, pen);
        }

        plot.HideGrid();
        plot.Axes.SetLimits(-0.6, lastRound + 0.6, -0.5, learners.Count - 0.5);
        Lettering.RoundTicks(plot, lastRound);
        plot.Axes.Left.TickGenerator = LearnerTicks(learners);
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

    private static ScottPlot.TickGenerators.NumericManual LearnerTicks(List<string> learners)
    {
        var ticks = new ScottPlot.TickGenerators.NumericManual();
        var step = Math.Max(1, learners.Count / 25);
        for (var row = 0; row < learners.Count; row += step)
            ticks.AddMajor(row, learners[row]);
        return ticks;
    }
}
