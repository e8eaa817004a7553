using System.Runtime.InteropServices;
using CoLearn.Exchange;
using Microsoft.Extensions.Configuration;

namespace CoLearn.Benchmarks.Moved;

/// <summary>A learner whose weights are one random tensor, other numbers each round, so that they can be averaged; its evaluation takes no time.</summary>
internal sealed class MeanModel : ILearner, ILearnerModel
{
    public const int Bytes = 10_000_000;

    private static readonly long[] Shape = [Bytes / sizeof(float)];

    public static LearnerDefinition Definition { get; } = new(
        "moved-mean",
        new SafeTensorsFormat(WeightsFingerprint.Of([("weight", DType.F32, Shape)])),
        new CollectiveRule { Criterion = "round", Strategy = Strategies.Average },
        [],
        LoadAsync);

    public DataSummary Data { get; } = new(1, 1, null, "nothing", []);

    public Weights InitialWeights(RoundContext context) => Draw(context);

    public Weights ProposeWeights(Weights accepted, RoundContext context) => Draw(context);

    public Scores TestWeights(Weights weights, RoundContext context) => new(context.Round);

    private static Task<ILearner> LoadAsync(LearnerContext context, IConfiguration settings, CancellationToken cancellation)
        => Task.FromResult<ILearner>(new MeanModel());

    private static Weights Draw(RoundContext context)
    {
        var random = new Random((int)context.Seed("weights"));
        var numbers = new float[Shape[0]];
        foreach (ref var number in numbers.AsSpan())
            number = random.NextSingle();
        return SafeTensors.Write([new("weight", DType.F32, Shape, MemoryMarshal.AsBytes(numbers.AsSpan()).ToArray())]);
    }
}
