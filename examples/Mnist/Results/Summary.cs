using System.Globalization;

namespace CoLearn.Examples.Mnist;

/// <summary>What a run came to, in sentences.</summary>
internal static class Summary
{
    public static IEnumerable<string> Of(CollectiveRun run, double totalSeconds)
    {
        var proposed = run.Rounds.Count(round => round.Outcome != Outcome.Initial);
        yield return FormattableString.Invariant($"{run.Accepts} of {proposed} proposals were accepted, in {totalSeconds:0.0} seconds.");
        yield return $"Test {run.Status.Rule?.Criterion} of the accepted weights: {Score(run.MeanTestScore)} in the mean over learners, "
            + $"{Score(run.UnionTestScore)} on all their test sets together.";
    }

    public static IEnumerable<string> Of(BaselineResult baseline)
    {
        var (total, each) = (baseline.SameTotal, baseline.SameEach);
        var width = total.Learners.Max(learner => learner.Learner.Length);
        yield return "Each learner alone, with as much training in all as the collective has, and with as many proposals each as it has rounds;";
        yield return "test scores on its own test set and on all learners' test sets together:";
        yield return "";
        yield return $"{"".PadRight(width)}  {Proposals(total),-16}  {Proposals(each)}";
        yield return Row("", "own", "union", "own", "union");
        foreach (var (first, second) in total.Learners.Zip(each.Learners))
            yield return Row(first.Learner, Score(first.OwnScore), Score(first.UnionScore), Score(second.OwnScore), Score(second.UnionScore));
        yield return Row("mean", Score(total.MeanOwnScore), Score(total.MeanUnionScore), Score(each.MeanOwnScore), Score(each.MeanUnionScore));

        string Row(string name, params string[] scores) => name.PadRight(width) + string.Concat(scores.Select(score => $"  {score,7}"));
    }

    private static string Proposals(BaselineTraining training)
        => FormattableString.Invariant($"{training.Proposals} {(training.Proposals == 1 ? "proposal" : "proposals")}");

    private static string Score(double? score) => score?.ToString("0.0000", CultureInfo.InvariantCulture) ?? "-";
}
