using System.Diagnostics;
using System.Globalization;
using CoLearn.Benchmarks.Digits;
using CoLearn.Examples.Mnist;

namespace CoLearn.Benchmarks.Rounds;

/// <summary>Whether a round costs more than its arithmetic.</summary>
internal sealed class RoundBenchmark : IBenchmark
{
    private const int Learners = 5;
    private const double AtMostTimes = 1.05;

    public string Name => "round";

    public string About => "Rounds of five learners with the example's networks, against the same arithmetic in plain TorchSharp loops.";

    public IReadOnlyList<Row> Run(BenchmarkOptions options)
    {
        using var digits = new DigitsDirectory(options.Data);
        return
        [
            .. RowsAsync<CnnModel>("CNN", PlainNetwork.Cnn, digits, batches: 50, options.Quick ? 3 : 15).GetAwaiter().GetResult(),
            .. RowsAsync<CnnModel>("CNN", PlainNetwork.Cnn, digits, batches: 0, options.Quick ? 3 : 11).GetAwaiter().GetResult(),
            .. RowsAsync<MnistModel>("tutorial", PlainNetwork.Tutorial, digits, batches: 50, options.Quick ? 3 : 9).GetAwaiter().GetResult(),
            .. options.Quick ? [] : RowsAsync<MnistModel>("tutorial", PlainNetwork.Tutorial, digits, batches: 0, 5).GetAwaiter().GetResult(),
        ];
    }

    private async Task<IReadOnlyList<Row>> RowsAsync<TModel>(
        string model, PlainNetwork network, DigitsDirectory digits, int batches, int rounds)
        where TModel : ILearnerModel
    {
        var options = new LocalOptions { Learners = Learners, StopAfter = 0, Settings = { ["Path"] = digits.FullName } };
        options.Settings[batches > 0 ? "Batches" : "Epochs"] = (batches > 0 ? batches : 1).ToString(CultureInfo.InvariantCulture);
        await using var local = await LocalCollective.StartAsync<TModel>(options);
        using var plain = new PlainProcess(new(digits.FullName, Learners, network, batches));

        List<double> took = [], voted = [], floor = [], evaluated = [];
        for (var round = -1; round < rounds; round++)
        {
            var start = Stopwatch.GetTimestamp();
            var record = await local.Collective.RunRoundAsync();
            var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
            var (training, evaluations) = plain.RunRound();
            if (round < 0)
                continue;
            took.Add(seconds);
            voted.Add(record.Measurements.VoteSeconds);
            floor.Add(training + evaluations);
            evaluated.Add(evaluations);
        }

        var @case = $"{model}, {(batches > 0 ? $"{batches} batches" : "an epoch")}";
        Console.Error.WriteLine($"{@case}: the plain program {plain.Setting}");
        return
        [
            Row.Of(Name, $"{@case}: a round", "s", new Sample(took), new Sample(floor), AtMostTimes),
            Row.Of(Name, $"{@case}: its vote", "s", new Sample(voted), new Sample(evaluated), null),
        ];
    }
}
