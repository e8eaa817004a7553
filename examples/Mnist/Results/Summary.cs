using System.Globalization;

namespace CoLearn.Examples.Mnist;

/// <summary>What a run came to, in sentences.</summary>
internal static class Summary
{
    public static IEnumerable<string> Of(CollectiveRun run, double totalSeconds)
    {
        var proposed = run.Rounds.Count(round => round.Outcome != Outcome.Initial);
        yield return string.Create(CultureInfo.InvariantCulture, $"{run.Accepts} of {proposed} proposals were accepted, in {totalSeconds:0.0} seconds.");
        var criterion = run.Status.Rule?.Criterion;
        yield return $"Test {criterion} of the accepted weights: {Score(run.MeanTestScore)} in the mean over learners, {Score(run.UnionTestScore)} on all their test sets together.";
    }

    public static IEnumerable<string> Of(BaselineResult baseline)
    {
        var width = baseline.SameEach.Learners.Max(learner => learner.Learner.Length);
        yield return "Each learner alone, with as much training in all as the collective has, and with as many proposals each as it has rounds;";
        yield return "test scores on its own test set and on all learners' test sets together:";
        yield return "";
        yield return $"{"".PadRight(width)}  {Proposals(baseline.SameTotal),-16}  {Proposals(baseline.SameEach)}";
        yield return $"{"".PadRight(width)}  {"own",7}  {"union",7}  {"own",7}  {"union",7}";
        foreach (var (total, each) in baseline.SameTotal.Learners.Zip(baseline.SameEach.Learners))
            yield return $"{total.Learner.PadRight(width)}  {Score(total.OwnScore),7}  {Score(total.UnionScore),7}  {Score(each.OwnScore),7}  {Score(each.UnionScore),7}";
        yield return $"{"mean".PadRight(width)}  {Score(baseline.SameTotal.MeanOwnScore),7}  {Score(baseline.SameTotal.MeanUnionScore),7}  {Score(baseline.SameEach.MeanOwnScore),7}  {Score(baseline.SameEach.MeanUnionScore),7}";
    }

    private static string Proposals(BaselineTraining training)
        => string.Create(CultureInfo.InvariantCulture, $"{training.Proposals} {(training.Proposals == 1 ? "proposal" : "proposals")}");

    private static string Score(double? score) => score?.ToString("0.0000", CultureInfo.InvariantCulture) ?? "-";
}
