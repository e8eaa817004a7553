using System.Diagnostics;
using System.Globalization;
using System.Runtime;
using CoLearn.Examples.Mnist;
using Microsoft.Extensions.Configuration;

namespace CoLearn.Benchmarks.Simulate;

/// <summary>Whether a silo can have a thousand learners that train networks: what each of them costs a round, and what it costs to be there.</summary>
internal sealed class SimulateBenchmark : IBenchmark
{
    /// <summary>What the data is dealt out to, however many of the shares are used: so that every learner has as much.</summary>
    private const int Shares = 1000;

    /// <summary>A learner's examples, and a byte for each of their pixels and eight for each of their classes.</summary>
    private const double DataBytes = 70_000 / Shares * ((28 * 28) + 8);

    private const double GrowsAtMost = 1.1;
    private const double BeyondDataKilobytes = 16;

    public string Name => "simulate";

    public string About => "Ten, a hundred, a thousand learners with the example's CNN on one silo: seconds and bytes for each, and how they grow.";

    public IReadOnlyList<Row> Run(BenchmarkOptions options)
    {
        var sizes = new[] { 10, 100, Shares }.Select(learners => MeasureAsync(options, learners, options.Quick ? 2 : 7).GetAwaiter().GetResult()).ToArray();
        var (hundred, thousand) = (sizes[1], sizes[2]);
        // What there is once, such as the slots' modules, is in both.
        var beyondData = (((thousand.IdleBytes - hundred.IdleBytes) / (double)(thousand.Learners - hundred.Learners)) - DataBytes) / 1000;
        return
        [
            .. sizes.Select(size => Row.Of(Name, $"{size.Learners} learners: a round, for each", "ms", size.Milliseconds)),
            Row.Of(Name, "1000 learners: the same against that of 100", "ms", thousand.Milliseconds, hundred.Milliseconds, GrowsAtMost),
            .. sizes.Select(size => Row.Of(Name, $"{size.Learners} learners: allocated in a round, for each", "KB", size.AllocatedKilobytes)),
            Row.Of(Name, "1000 learners: the same against that of 100", "KB", thousand.AllocatedKilobytes, hundred.AllocatedKilobytes, GrowsAtMost),
            Row.Of(Name, "memory for each idle learner more, beyond its data", "KB", new Sample([beyondData]), BeyondDataKilobytes),
            Row.Of(Name, "1000 learners: start until the initial round is over, for each", "ms", thousand.StartMilliseconds),
        ];
    }

    private static async Task<Size> MeasureAsync(BenchmarkOptions options, int learners, int rounds)
    {
        var start = Stopwatch.GetTimestamp();
        var before = ResidentBytes();
        var local = new LocalOptions { Learners = learners, StopAfter = 0, Settings = { ["Path"] = options.Data } };
        local.Configuration = configuration => configuration.AddInMemoryCollection([new("CoLearn:Learners:mnist-cnn:Shard:Count", Shares.ToString(CultureInfo.InvariantCulture))]);
        await using var collective = await LocalCollective.StartAsync<CnnModel>(local);
        var started = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        await collective.Collective.RunRoundAsync();
        var idle = ResidentBytes();

        List<double> took = [], allocated = [];
        for (var round = 0; round < rounds; round++)
        {
            var (from, bytes) = (Stopwatch.GetTimestamp(), GC.GetTotalAllocatedBytes());
            await collective.Collective.RunRoundAsync();
            took.Add(Stopwatch.GetElapsedTime(from).TotalMilliseconds);
            allocated.Add((GC.GetTotalAllocatedBytes() - bytes) / 1000.0);
        }

        return new(
            learners,
            new Sample(took).Over(learners),
            new Sample(allocated).Over(learners),
            idle - before,
            new Sample([started / learners]));
    }

    /// <summary>What the process has in memory once what nobody uses is let go.</summary>
    private static long ResidentBytes()
    {
        for (var pass = 0; pass < 2; pass++)
        {
            GCSettings.LargeObjectHeapCompactionMode = GCLargeObjectHeapCompactionMode.CompactOnce;
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }

        var line = File.ReadLines("/proc/self/status").First(line => line.StartsWith("VmRSS:", StringComparison.Ordinal));
        return 1024 * long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture);
    }

    private sealed record Size(int Learners, Sample Milliseconds, Sample AllocatedKilobytes, long IdleBytes, Sample StartMilliseconds);
}
