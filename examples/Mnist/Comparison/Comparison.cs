namespace CoLearn.Examples.Mnist;

/// <summary>Runs that differ in strategy and seed alone, by strategy.</summary>
internal sealed class Comparison
{
    private Comparison(IReadOnlyList<ComparedRun> runs)
    {
        Runs = runs;
        // In turns first, then by the number of those who train.
        ByStrategy = [.. runs.OrderBy(run => run.Contributors ?? 0).GroupBy(run => run.Strategy)];
        Seeds = [.. SeedsOf(runs)];
    }

    public IReadOnlyList<ComparedRun> Runs { get; }

    public IReadOnlyList<IGrouping<string, ComparedRun>> ByStrategy { get; }

    public IReadOnlyList<long> Seeds { get; }

    /// <summary>Reads files and sees whether they fit together.</summary>
    /// <exception cref="ComparisonException">They do not, or one cannot be read.</exception>
    public static Comparison Of(IReadOnlyList<string> files)
    {
        var comparison = new Comparison([.. files.Select(ResultsReader.Read)]);
        return comparison.Mistake() is { } mistake ? throw new ComparisonException(mistake) : comparison;
    }

    private string? Mistake()
    {
        var first = Runs[0];
        foreach (var run in Runs.Skip(1))
        {
            if (Difference(first, run) is { } difference)
                return difference;
        }

        foreach (var same in Runs.GroupBy(run => (run.Strategy, run.Seed)).Select(same => same.ToList()).Where(same => same.Count > 1))
            return $"'{same[0].File}' and '{same[1].File}' are both of strategy {same[0].Strategy} and seed {same[0].Seed}; give one of them.";

        foreach (var runs in ByStrategy.Where(runs => !SeedsOf(runs).SequenceEqual(SeedsOf(ByStrategy[0]))))
        {
            var (some, others) = (Listed(SeedsOf(ByStrategy[0])), Listed(SeedsOf(runs)));
            return $"Strategy {ByStrategy[0].Key} has seeds {some}, but {runs.Key} has {others}; give equal seeds of each.";
        }

        return Runs.GroupBy(run => run.Seed).SelectMany(seed => seed.Where(run => run.VoteSets != seed.First().VoteSets), OtherDigits).FirstOrDefault();
    }

    private static string? Difference(ComparedRun first, ComparedRun run)
    {
        foreach (var (name, value) in first.Conditions)
        {
            var other = run.Conditions.FirstOrDefault(condition => condition.Name == name).Value ?? "absent";
            if (other != value)
                return $"Only strategy and seed may differ, but {name} is {value} in '{first.File}' and {other} in '{run.File}'.";
        }

        return null;
    }

    private static string OtherDigits(IGrouping<long, ComparedRun> seed, ComparedRun run)
        => $"Only strategy and seed may differ, but the digits of '{run.File}' are others than those of '{seed.First().File}'.";

    private static IEnumerable<long> SeedsOf(IEnumerable<ComparedRun> runs)
        => runs.Select(run => run.Seed).Distinct().Order();

    public static string Listed(IEnumerable<long> seeds) => string.Join(", ", seeds);
}
