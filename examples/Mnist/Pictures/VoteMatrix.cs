using ScottPlot;

namespace CoLearn.Examples.Mnist;

/// <summary>The picture's lower half: learners by rounds, a cell for each vote; a tick or a cross on the proposer's cell says how the round ended.</summary>
internal static class VoteMatrix
{
    public static Plot Draw(CollectiveRun run, int lastRound, double width, double height)
    {
        var plot = Lettering.NewPlot("Votes");
        var learners = run.Learners.Reverse().ToList();
        foreach (var round in run.Rounds)
        {
            var votes = round.Facts.Votes.ToDictionary(vote => vote.Learner);
            for (var row = 0; row < learners.Count; row++)
                Fill(plot, round.Index, row, votes.GetValueOrDefault(learners[row])?.Answer ?? VoteAnswer.None);
        }

        // Marks are as wide as they are high, whatever the cells are.
        var cell = (Width: width / (lastRound + 1.2), Height: height / learners.Count);
        var size = Math.Min(22, 0.62 * Math.Min(cell.Width, cell.Height));
        foreach (var round in run.Rounds.Where(round => round.Outcome != Outcome.Initial))
        {
            foreach (var proposer in round.Facts.Proposers)
                Mark(plot, round.Index, learners.IndexOf(proposer), round.Outcome, size / cell.Width, size / cell.Height);
        }

        foreach (var item in new[] { Item("approve", Palette.Approve), Item("reject", Palette.Reject), Item("abstain", Palette.Abstain), Item("no vote; \u2713 accepted, \u2717 not, of the proposer", Palette.None) })
            plot.Legend.ManualItems.Add(item);
        Legends.PutAbove(plot);

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
    private static void Mark(Plot plot, double x, double y, Outcome outcome, double width, double height)
    {
        if (outcome == Outcome.Accepted)
        {
            Stroke(plot, [At(-0.5, 0), At(-0.15, -0.38), At(0.5, 0.42)]);
        }
        else
        {
            Stroke(plot, [At(-0.4, -0.4), At(0.4, 0.4)]);
            Stroke(plot, [At(-0.4, 0.4), At(0.4, -0.4)]);
        }

        Coordinates At(double right, double up) => new(x + (right * width), y + (up * height));
    }

    private static void Stroke(Plot plot, Coordinates[] points)
    {
        var line = plot.Add.ScatterLine(points, Palette.Ink);
        line.LineWidth = 2.4f;
    }

    private static ScottPlot.TickGenerators.NumericManual LearnerTicks(List<string> learners)
    {
        var ticks = new ScottPlot.TickGenerators.NumericManual();
        var step = Math.Max(1, learners.Count / 25);
        for (var row = 0; row < learners.Count; row += step)
            ticks.AddMajor(row, learners[row]);
        return ticks;
    }

    private static LegendItem Item(string text, Color colour)
        => new() { LabelText = text, MarkerShape = MarkerShape.FilledSquare, MarkerSize = 13, MarkerColor = colour, MarkerLineColor = Palette.Abstain, MarkerLineWidth = 0.5f };
}
