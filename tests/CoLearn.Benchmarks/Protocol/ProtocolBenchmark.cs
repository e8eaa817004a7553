using CoLearn.Benchmarks.Chaos;

namespace CoLearn.Benchmarks.Protocol;

/// <summary>What a round costs where learners do no work, against as many messages without a protocol on the same silos.</summary>
internal sealed class ProtocolBenchmark : IBenchmark
{
    private const double TakesAtMost = 1.5;
    private const double TracedTakesAtMost = 2;
    private const double GrowsAtMost = 1.25;

    /// <summary>From this size on what a round does once is small beside what it does for each learner.</summary>
    private const int Many = 500;
    private const int Most = 5000;
    private static readonly int[] Sizes = [5, 50, Many, Most];

    public string Name => "protocol";

    public string About => "Rounds of 5 to 5,000 learners that do no work, against as many bare messages: time, allocation, memory.";

    public IReadOnlyList<Row> Run(BenchmarkOptions options) =>
    [
        .. ClusterRowsAsync(1, options.Quick).GetAwaiter().GetResult(),
        .. ClusterRowsAsync(3, options.Quick).GetAwaiter().GetResult(),
        .. SqliteRowsAsync(options.Quick).GetAwaiter().GetResult(),
        .. RedisRowsAsync(options.Quick).GetAwaiter().GetResult(),
    ];

    private async Task<IReadOnlyList<Row>> ClusterRowsAsync(int silos, bool quick)
    {
        var where = silos == 1 ? "one silo" : $"{silos} silos";
        await using var cluster = await ProtocolCluster.StartAsync(silos, Most);
        var rows = new List<Row>();
        var sizes = new List<SizeTimes>();
        foreach (var size in Sizes)
        {
            var before = Heap();
            await cluster.RunFloorAsync(size, 1);
            var floorHeap = Heap();
            var collective = await cluster.CreateAsync(size);
            var heap = Heap();
            sizes.Add(Time(cluster, collective, size, quick));
            rows.AddRange(RowsOf(sizes[^1], where));
            if (size != Most)
                continue;
            var allocated = await AllocatedAsync(() => cluster.RunAsync(collective, size, 2));
            var floorAllocated = await AllocatedAsync(() => cluster.RunFloorAsync(size, 2));
            rows.Add(Row.Of(Name, $"{where}: allocated for a vote among {size}", "KB", One(allocated / 2e3 / size), One(floorAllocated / 2e3 / size), null));
            // Of the floor's learners some were there before.
            rows.Add(Row.Of(Name, $"{where}: heap for an idle learner among {size}", "KB", One((heap - floorHeap) / 1e3 / size), One((floorHeap - before) / 1e3 / (size - Many)), null));
        }

        var (many, most) = (sizes[^2], sizes[^1]);
        rows.Add(Row.Of(Name, $"{where}: each learner more, {Many} to {Most}", "µs", One(Slope(time => time.Protocol)), One(Slope(time => time.Floor)), TakesAtMost));
        rows.Add(Row.Of(Name, $"{where}: each learner more, traced", "µs", One(Slope(time => time.Traced)), One(Slope(time => time.Floor)), TracedTakesAtMost));
        rows.Add(Row.Of(Name, $"{where}: a learner among {Most} against one among {Many}", "µs", One(Each(most, most.Protocol)), One(Each(many, many.Protocol)), null));
        rows.Add(Row.Of(Name, $"{where}: the floor's learner among {Most} against one among {Many}", "µs", One(Each(most, most.Floor)), One(Each(many, many.Floor)), null));
        // Caches and collections make bare messages dearer, too, where there are more of them.
        rows.Add(Row.Of(Name, $"{where}: growth of a learner's time against the floor's", "times", One(Each(most, most.Protocol) / Each(many, many.Protocol)), One(Each(most, most.Floor) / Each(many, many.Floor)), GrowsAtMost));
        return rows;

        static double Each(SizeTimes times, Sample of) => of.Median * 1e3 / times.Size;

        double Slope(Func<SizeTimes, Sample> of) => (of(most).Median - of(many).Median) * 1e3 / (Most - Many);
    }

    private IEnumerable<Row> RowsOf(SizeTimes times, string where)
    {
        var isMany = times.Size >= Many;
        yield return Row.Of(Name, $"{where}: round of {times.Size}", "ms", times.Protocol, times.Floor, isMany ? TakesAtMost : null);
        yield return Row.Of(Name, $"{where}: round of {times.Size}, traced", "ms", times.Traced, times.Floor, isMany ? TracedTakesAtMost : null);
    }

    private async Task<IReadOnlyList<Row>> SqliteRowsAsync(bool quick)
    {
        var directory = Directory.CreateTempSubdirectory("colearn-protocol-");
        try
        {
            return await StorageRowsAsync(ProtocolStorage.Sqlite, directory.FullName, "one silo, SQLite", quick);
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    private async Task<IReadOnlyList<Row>> RedisRowsAsync(bool quick)
    {
        if (RedisServer.Skip is { } missing)
        {
            Console.Error.WriteLine($"The rows with Redis are left out: {missing}");
            return [];
        }

        var redis = new RedisServer();
        await redis.InitializeAsync();
        try
        {
            return await StorageRowsAsync(ProtocolStorage.Redis, redis.Address, "one silo, Redis", quick);
        }
        finally
        {
            await redis.DisposeAsync();
        }
    }

    private async Task<IReadOnlyList<Row>> StorageRowsAsync(ProtocolStorage storage, string address, string where, bool quick)
    {
        await using var cluster = await ProtocolCluster.StartAsync(1, Many, storage, address);
        var rows = new List<Row>();
        foreach (var size in Sizes.Where(size => size <= Many))
        {
            var collective = await cluster.CreateAsync(size);
            var times = Time(cluster, collective, size, quick);
            rows.Add(Row.Of(Name, $"{where}: round of {size}", "ms", times.Protocol, times.Floor, null));
        }

        return rows;
    }

    private static SizeTimes Time(ProtocolCluster cluster, Collective collective, int size, bool quick)
    {
        var rounds = Math.Clamp(2000 / size, 1, 40);
        var samples = Sample.InAlternation(
            quick ? 3 : 9,
            () => cluster.RunFloorAsync(size, rounds).GetAwaiter().GetResult(),
            () => cluster.RunAsync(collective, size, rounds).GetAwaiter().GetResult(),
            () =>
            {
                using var listener = Everything.Listen();
                cluster.RunAsync(collective, size, rounds).GetAwaiter().GetResult();
            });
        Console.Error.WriteLine(FormattableString.Invariant($"{size} learners: floor {samples[0].Median / rounds:F2} ms, round {samples[1].Median / rounds:F2} ms, traced {samples[2].Median / rounds:F2} ms"));
        return new(size, samples[0].Over(rounds), samples[1].Over(rounds), samples[2].Over(rounds));
    }

    private static async Task<double> AllocatedAsync(Func<Task> work)
    {
        var before = GC.GetTotalAllocatedBytes(precise: true);
        await work();
        return GC.GetTotalAllocatedBytes(precise: true) - before;
    }

    private static long Heap()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(forceFullCollection: true);
    }

    private static Sample One(double value) => new([value]);
}
