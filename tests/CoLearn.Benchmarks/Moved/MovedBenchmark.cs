using CoLearn.Benchmarks.Chaos;

namespace CoLearn.Benchmarks.Moved;

/// <summary>What it costs that weights come from one silo to the others.</summary>
internal sealed class MovedBenchmark : IBenchmark
{
    private const int MegaByte = 1_000_000;
    private const double AtMostTimes = 2;
    private const double WireAtMost = 1.02;
    private const double MemoryBeyondBlob = 64;

    /// <summary>Below it, what a round costs without any weights is most of the time.</summary>
    private const int SmallestWithTarget = 10;

    public string Name => "weights";

    public string About => "Weights of a proposal on their way to all silos: time, bytes on the wire, memory.";

    public IReadOnlyList<Row> Run(BenchmarkOptions options)
    {
        if (RedisServer.Skip is { } missing)
            throw new MissingException(missing);
        (int Learners, int MegaBytes)[] cases = options.Quick ? [(5, 1), (5, 10)] : [(5, 1), (20, 1), (5, 10), (20, 10), (5, 100), (20, 100), (5, 400), (20, 400)];
        var rounds = options.Quick ? 3 : 9;
        return [.. cases.SelectMany(one => RowsAsync(one.Learners, one.MegaBytes, rounds).GetAwaiter().GetResult()), AverageAsync(rounds).GetAwaiter().GetResult()];
    }

    private async Task<IReadOnlyList<Row>> RowsAsync(int learners, int megaBytes, int rounds)
    {
        await using var cluster = new MovedCluster(learners, megaBytes * MegaByte);
        await cluster.StartAsync();
        var bytes = new byte[megaBytes * MegaByte];
        new Random(0).NextBytes(bytes);

        List<double> took = [], floor = [], wire = [], memory = [];
        // Unmeasured until each silo has sent once: what is compiled or connected is nobody's.
        for (var round = -MovedCluster.Sites; round < rounds; round++)
        {
            var before = await cluster.ReportsAsync();
            var record = await cluster.RunRoundAsync();
            var after = await cluster.ReportsAsync();
            var raw = RawReceivers.Milliseconds(bytes, MovedCluster.Sites - 1);
            if (round < 0)
                continue;
            took.Add(record.Measurements.VoteSeconds * 1000);
            floor.Add(raw);
            wire.Add((MovedCluster.Sent(after) - MovedCluster.Sent(before)) / (double)MegaByte);
            memory.Add(after.Zip(before, (end, start) => end.PeakBytes - start.RestBytes).Max() / (double)MegaByte);
        }

        var @case = $"{megaBytes} MB, {learners} learners";
        var copies = new Sample([(MovedCluster.Sites - 1) * (double)megaBytes]);
        return
        [
            Row.Of(Name, $"{@case}: from the proposal to the last vote", "ms", new Sample(took), new Sample(floor), megaBytes < SmallestWithTarget ? null : AtMostTimes),
            Row.Of(Name, $"{@case}: on the wire", "MB", new Sample(wire), copies, WireAtMost),
            Row.Of(Name, $"{@case}: a silo's memory over rest", "MB", new Sample(memory), megaBytes + MemoryBeyondBlob),
        ];
    }

    /// <summary>All learners contribute, and each silo has as many: so it is known how many contributions come from elsewhere, wherever the round runs.</summary>
    private async Task<Row> AverageAsync(int rounds)
    {
        const int learners = 2 * MovedCluster.Sites;
        const double size = MeanModel.Bytes / (double)MegaByte;
        await using var cluster = new MovedCluster(learners, MeanModel.Bytes, MeanModel.Definition.Name);
        await cluster.StartAsync();

        List<double> wire = [];
        for (var round = 0; round < rounds; round++)
        {
            var before = MovedCluster.Sent(await cluster.ReportsAsync());
            await cluster.RunRoundAsync();
            wire.Add((MovedCluster.Sent(await cluster.ReportsAsync()) - before) / (double)MegaByte);
        }

        var copies = new Sample([(learners - (learners / MovedCluster.Sites) + MovedCluster.Sites - 1) * size]);
        return Row.Of(Name, FormattableString.Invariant($"{size} MB, average of {learners} learners: on the wire"), "MB", new Sample(wire), copies, WireAtMost);
    }
}
