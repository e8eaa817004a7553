using System.Diagnostics;
using static TorchSharp.torch;

namespace CoLearn.Benchmarks.Endurance;

/// <summary>
/// Whether a collective of trivial learners, with its state in a file, stays as it is: the first part of its rounds is not looked at, the second is the
/// floor, and the last is held against it.
/// </summary>
internal sealed class EnduranceBenchmark : IBenchmark
{
    private const int Parts = 10;
    private const double GrowsAtMost = 1.02;
    private const double TakesAtMost = 1.1;

    public string Name => "endurance";

    public string About => "Ten thousand rounds of trivial learners: memory, living tensors and time of the last thousand against the second.";

    public IReadOnlyList<Row> Run(BenchmarkOptions options) => RunAsync(options.Quick ? 100 : 1000).GetAwaiter().GetResult();

    private async Task<IReadOnlyList<Row>> RunAsync(int roundsAPart)
    {
        var directory = Directory.CreateTempSubdirectory("colearn-endurance-");
        try
        {
            await using var local = await LocalCollective.StartAsync<DotModel>(new()
            {
                Learners = 3,
                Threads = 1,
                Directory = directory.FullName,
                StopAfter = 0,
            });
            var parts = new List<Part>();
            for (var part = 0; part < Parts; part++)
                parts.Add(await MeasureAsync(local, roundsAPart));
            return [.. Rows(parts, roundsAPart)];
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    private IEnumerable<Row> Rows(IReadOnlyList<Part> parts, int roundsAPart)
    {
        var (second, last) = (parts[1], parts[^1]);
        string Named(string what) => $"{what}: rounds {(Parts - 1) * roundsAPart}-{Parts * roundsAPart} against {roundsAPart}-{2 * roundsAPart}";
        yield return Row.Of(Name, Named("live managed heap"), "MB", Of(last.HeapBytes / 1e6), Of(second.HeapBytes / 1e6), GrowsAtMost);
        yield return Row.Of(Name, Named("living tensors"), "tensors", Of(last.Tensors), Of(second.Tensors), GrowsAtMost);
        yield return Row.Of(Name, Named("time of a round"), "ms", last.Milliseconds, second.Milliseconds, TakesAtMost);

        static Sample Of(double value) => new([value]);
    }

    private static async Task<Part> MeasureAsync(LocalCollective local, int rounds)
    {
        var times = new List<double>();
        var start = Stopwatch.GetTimestamp();
        await foreach (var record in local.RunAsync(rounds))
        {
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            start = Stopwatch.GetTimestamp();
        }

        return new(GC.GetTotalMemory(forceFullCollection: true), Tensor.TotalCount, new(times));
    }

    private sealed record Part(long HeapBytes, long Tensors, Sample Milliseconds);
}
