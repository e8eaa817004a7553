namespace CoLearn.Toy;

/// <summary>A learner whose weights are many bytes, all of them the round's number.</summary>
internal sealed class HeavyModel : ILearner, ILearnerModel
{
    public const int Bytes = 2 << 20;

    public static LearnerDefinition Definition { get; } = new(
        "heavy", new HeavyFormat(), new CollectiveRule { Criterion = "round" }, [], (_, _, _) => Task.FromResult<ILearner>(new HeavyModel()));

    public DataSummary Data { get; } = new(1, 1, null, "nothing", []);

    public static Weights Of(int round)
    {
        var bytes = new byte[Bytes];
        Array.Fill(bytes, (byte)round);
        return new(Definition.Format.Name, bytes);
    }

    public Weights InitialWeights(RoundContext context) => Of(context.Round);

    public Weights ProposeWeights(Weights accepted, RoundContext context) => Of(context.Round);

    public Scores TestWeights(Weights weights, RoundContext context) => new(weights.Bytes.Span[0]);

    private sealed class HeavyFormat : IWeightsFormat
    {
        public string Name => "heavy-v1";

        public string Fingerprint { get; } = WeightsFingerprint.Of("heavy-v1");

        public long MaxBytes => Bytes;

        public string? Problem(ReadOnlyMemory<byte> bytes) => bytes.Length == Bytes ? null : "they have another length";
    }
}
