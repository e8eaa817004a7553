using Microsoft.Extensions.Configuration;

namespace CoLearn.Benchmarks.Moved;

/// <summary>A learner whose weights are as many bytes as it is told, other ones each round, and whose evaluation takes no time.</summary>
internal sealed class MovedModel(int bytes) : ILearner, ILearnerModel
{
    public static LearnerDefinition Definition { get; } = new("moved", new MovedFormat(), new CollectiveRule { Criterion = "round" }, [], LoadAsync);

    public DataSummary Data { get; } = new(1, 1, null, "nothing", []);

    public Weights InitialWeights(RoundContext context) => Draw(context);

    public Weights ProposeWeights(Weights accepted, RoundContext context) => Draw(context);

    public Scores TestWeights(Weights weights, RoundContext context) => new(context.Round);

    private static Task<ILearner> LoadAsync(LearnerContext context, IConfiguration settings, CancellationToken cancellation)
        => Task.FromResult<ILearner>(new MovedModel(settings.GetValue<int>("Bytes")));

    private Weights Draw(RoundContext context)
    {
        var drawn = GC.AllocateUninitializedArray<byte>(bytes);
        new Random((int)context.Seed("weights")).NextBytes(drawn);
        return new("moved", drawn);
    }
}
