using System.Buffers.Binary;

namespace CoLearn.Benchmarks.Protocol;

/// <summary>A learner that does no work: its weights are the number of the round that made them, and so is their score, so that each proposal is accepted.</summary>
internal sealed class IdleModel : ILearner, ILearnerModel
{
    public static LearnerDefinition Definition { get; } = new(
        "idle", new NumberFormat(), new CollectiveRule { Criterion = "number" }, [], (_, _, _) => Task.FromResult<ILearner>(new IdleModel()));

    public DataSummary Data { get; } = new(1, 1, null, "none", []);

    public Weights InitialWeights(RoundContext context) => Of(context.Round);

    public Weights ProposeWeights(Weights accepted, RoundContext context) => Of(context.Round);

    public Scores TestWeights(Weights weights, RoundContext context) => new(BinaryPrimitives.ReadInt32LittleEndian(weights.Bytes.Span));

    private static Weights Of(int number)
    {
        var bytes = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, number);
        return new(Definition.Format.Name, bytes);
    }
}
