using System.Globalization;

namespace CoLearn.Examples.Mnist;

/// <summary>A comparison as Markdown: scores by round, then the time that scores take.</summary>
internal sealed class ComparisonTable(Comparison comparison)
{
    // Those are shown that tell the runs apart.
    private static readonly double[] Goals = [0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.97, 0.98, 0.985, 0.99, 0.9925, 0.995];

    private readonly ComparedRun first = comparison.Runs[0];

    private bool OneSeed => comparison.Seeds.Count == 1;

    public IEnumerable<string> Lines()
    {
        yield return FormattableString.Invariant($"Model '{first.Model}', {first.Learners} learners, {first.TrainExamples} examples to train with, ")
            + $"{(OneSeed ? "seed" : "seeds")} {Comparison.Listed(comparison.Seeds)}.";
        foreach (var line in Scores().Concat(comparison.Runs.All(run => run.Threads == 1) ? Times() : WithoutTimes()))
            yield return line;
    }

    private IEnumerable<string> Scores()
    {
        yield return "";
        yield return $"Test {first.Criterion} of the accepted weights after each round, in the mean over the learners' test sets"
            + (OneSeed ? "" : " and over the seeds, with the lowest and the highest seed in brackets")
            + "; and how many of the round's proposals were accepted.";
        yield return "";
        yield return Row(["round", .. Cells(strategy => [strategy.Key, "accepted"])]);
        yield return Row(["--:", .. Cells(_ => ["---", "--:"])]);
        for (var round = 0; round < first.Rounds.Count; round++)
            yield return Row([Text(round), .. Cells(runs => ScoreCells(runs, round))]);
        yield return Row(["all", .. Cells(runs => ["", Accepts(runs, run => run.Rounds.Skip(1))])]);
    }

    private static IEnumerable<string> ScoreCells(IEnumerable<ComparedRun> runs, int round)
        => [Spread.Of([.. runs.Select(run => run.Rounds[round].Score)]).Text("0.0000"), round == 0 ? "" : Accepts(runs, run => [run.Rounds[round]])];

    private static string Accepts(IEnumerable<ComparedRun> runs, Func<ComparedRun, IEnumerable<ComparedRound>> rounds)
    {
        var some = runs.SelectMany(rounds).ToList();
        return Share(some.Count(round => round.Accepted), some.Count);
    }

    private IEnumerable<string> Times()
    {
        var n = Text(first.Learners);
        yield return "";
        yield return $"After how many rounds the accepted weights first have a test {first.Criterion}, and how long that takes by the median of a round. "
            + "Seconds are computed, as if each site had a machine of its own and an equal share of the data: "
            + $"propose + vote/{n} for a round in turns, propose/k + vote/{n} for a mean of k, and no time for weights to travel. "
            + "Work is measured: the seconds that all sites compute, one after the other."
            + (OneSeed ? "" : " Rounds are the mean over the seeds; where not all come so far, their number stands instead.");
        yield return "";
        yield return Row([$"test {first.Criterion}", .. Cells(strategy => [$"{strategy.Key}: rounds", "seconds", "work"])]);
        yield return Row(["--:", .. Cells(_ => ["--:", "--:", "--:"])]);
        foreach (var goal in Goals.Where(IsTelling))
            yield return Row([Text(goal), .. Cells(runs => GoalCells([.. runs], goal))]);
        yield return Row(["a round, median", .. Cells(runs => ["1", Seconds(runs, 1, round => round.OwnSeconds), Seconds(runs, 1, round => round.WorkSeconds)])]);
    }

    private static IEnumerable<string> WithoutTimes()
        => ["", "Seconds are compared only where all runs were made with --threads 1, so that their work was done one after the other."];

    private bool IsTelling(double goal)
        => comparison.Runs.Any(run => run.FirstWith(goal) is not null) && comparison.Runs.Any(run => run.FirstWith(goal) is not (0 or 1));

    private static IEnumerable<string> GoalCells(IReadOnlyCollection<ComparedRun> runs, double goal)
    {
        var reached = runs.Select(run => run.FirstWith(goal)).OfType<int>().ToList();
        // A mean over those alone that come so far would flatter them.
        if (reached.Count < runs.Count)
            return [reached.Count == 0 ? "never" : Share(reached.Count, runs.Count), "", ""];
        var rounds = reached.Average();
        return [Tenths(rounds), Seconds(runs, rounds, round => round.OwnSeconds), Seconds(runs, rounds, round => round.WorkSeconds)];
    }

    // All rounds of a strategy do the same work, and whatever else a machine does makes single ones take longer.
    private static string Seconds(IEnumerable<ComparedRun> runs, double rounds, Func<ComparedRound, double> seconds)
    {
        var sorted = runs.SelectMany(run => run.Rounds.Skip(1)).Select(seconds).Order().ToList();
        return Tenths(rounds * (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2);
    }

    private IEnumerable<string> Cells(Func<IGrouping<string, ComparedRun>, IEnumerable<string>> ofStrategy) => comparison.ByStrategy.SelectMany(ofStrategy);

    private static string Row(IEnumerable<string> cells) => string.Concat(cells.Select(cell => cell.Length == 0 ? "| " : $"| {cell} ")) + "|";

    private static string Share(int some, int all) => FormattableString.Invariant($"{some} of {all}");

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Text(double number) => number.ToString("0.####", CultureInfo.InvariantCulture);

    private static string Tenths(double number) => number.ToString("0.0", CultureInfo.InvariantCulture);
}
