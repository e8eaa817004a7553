using System.Diagnostics;
using System.Runtime.InteropServices;
using CoLearn.Exchange;
using Microsoft.Extensions.Configuration;

namespace CoLearn.Benchmarks.Chaos;

/// <summary>
/// A learner of some numbers, which it moves towards its own. It notes each training in a file before it begins, so that a second one for the same
/// round would be seen, and keeps as many threads busy as it is told. One approval in five is enough, so that most proposals are accepted to the end.
/// </summary>
internal sealed class ChaosModel(double[] wish, string trail, int busyMilliseconds, int busyThreads) : ILearner, ILearnerModel
{
    private const int Numbers = 16;
    private const int TrainingIsLonger = 5;

    public static LearnerDefinition Definition { get; } = new(
        "chaos",
        new SafeTensorsFormat(WeightsFingerprint.Of([("place", DType.F32, [Numbers])])),
        new CollectiveRule { Criterion = "closeness", Threshold = 0.2 },
        [],
        LoadAsync);

    public DataSummary Data { get; } = new(1, 1, 1, "wish", []);

    public Weights InitialWeights(RoundContext context) => Of(new float[Numbers]);

    public Weights ProposeWeights(Weights accepted, RoundContext context)
    {
        File.AppendAllText(trail, FormattableString.Invariant($"{context.Learner.Collective} {context.Round} {context.Learner.Learner}\n"));
        Work(context, TrainingIsLonger * busyMilliseconds);
        var random = new Random((int)context.Seed("noise"));
        return Of([.. PlaceOf(accepted).ToArray().Select((place, index) => (float)(place + (wish[index] - place) * 0.3 + random.NextDouble() - 0.5))]);
    }

    public Scores TestWeights(Weights weights, RoundContext context)
    {
        Work(context, busyMilliseconds);
        var place = PlaceOf(weights).ToArray();
        var distance = Math.Sqrt(wish.Select((wished, index) => (wished - place[index]) * (wished - place[index])).Sum());
        return new(-distance, distance, -distance);
    }

    private static ReadOnlySpan<float> PlaceOf(Weights weights) => MemoryMarshal.Cast<byte, float>(SafeTensors.Read(weights)[0].Data.Span);

    private static Weights Of(float[] place) => SafeTensors.Write([new("place", DType.F32, [Numbers], MemoryMarshal.AsBytes(place.AsSpan()).ToArray())]);

    private static Task<ILearner> LoadAsync(LearnerContext context, IConfiguration settings, CancellationToken cancellation)
    {
        var random = new Random((int)Seed.For(0, context.Learner, -1, "wish"));
        double[] wish = [.. Enumerable.Range(0, Numbers).Select(_ => 3 + random.NextDouble())];
        return Task.FromResult<ILearner>(new ChaosModel(wish, settings["Trail"]!, settings.GetValue<int>("BusyMilliseconds"), settings.GetValue<int>("BusyThreads")));
    }

    private void Work(RoundContext context, int milliseconds) => Parallel.For(0, busyThreads, new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, busyThreads) }, _ =>
    {
        var start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start).TotalMilliseconds < milliseconds)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            Thread.SpinWait(1000);
        }
    });
}
