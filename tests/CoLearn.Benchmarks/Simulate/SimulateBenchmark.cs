namespace CoLearn.Benchmarks.Simulate;

/// <summary>Whether a silo can have a thousand learners that train networks: what each of them costs a round, and what it costs to be there.</summary>
internal sealed class SimulateBenchmark : IBenchmark
{
    /// <summary>What the data is dealt out to, however many of the shares are used: so that every learner has as much.</summary>
    private const int Shares = 1000;

    /// <summary>A learner's examples, and a byte for each of their pixels and eight for each of their classes.</summary>
    private const double DataBytes = 70_000 / Shares * ((28 * 28) + 8);

    private const double GrowsAtMost = 1.1;
    private const double BeyondDataKilobytes = 20;

    public string Name => "simulate";

    public string About => "Ten, a hundred, a thousand learners with the example's CNN on one silo: seconds and bytes for each, and how they grow.";

    public IReadOnlyList<Row> Run(BenchmarkOptions options)
    {
        var sizes = new[] { 10, 100, Shares }.Select(learners => SimulateProgram.Run(new(learners, Shares, options.Quick ? 2 : 7, options.Data))).ToArray();
        var (hundred, thousand) = (sizes[1], sizes[2]);
        // What there is once, such as the slots' modules, is in both.
        var beyondData = (((thousand.IdleBytes - hundred.IdleBytes) / (double)(thousand.Learners - hundred.Learners)) - DataBytes) / 1000;
        return
        [
            .. sizes.Select(size => Row.Of(Name, $"{size.Learners} learners: a round, for each", "ms", new Sample(size.Milliseconds))),
            Row.Of(Name, "1000 learners: the same against that of 100", "ms", new Sample(thousand.Milliseconds), new Sample(hundred.Milliseconds), GrowsAtMost),
            .. sizes.Select(size => Row.Of(Name, $"{size.Learners} learners: allocated in a round, for each", "KB", new Sample(size.AllocatedKilobytes))),
            Row.Of(Name, "1000 learners: the same against that of 100", "KB", new Sample(thousand.AllocatedKilobytes), new Sample(hundred.AllocatedKilobytes), GrowsAtMost),
            Row.Of(Name, "memory for each idle learner more, beyond its data", "KB", new Sample([beyondData]), BeyondDataKilobytes),
            Row.Of(Name, "1000 learners: start until the initial round is over, for each", "ms", new Sample([thousand.StartMilliseconds])),
        ];
    }
}
