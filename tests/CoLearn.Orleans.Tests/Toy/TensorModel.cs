using System.Runtime.InteropServices;
using CoLearn.Exchange;
using Microsoft.Extensions.Configuration;

namespace CoLearn.Toy;

/// <summary>A learner whose weights are a tensor of four numbers, all moved half the way to 8 with each proposal.</summary>
internal sealed class TensorModel(Mood mood) : ILearner, ILearnerModel
{
    private const int Numbers = 4;

    public static LearnerDefinition Definition { get; } = new(
        "tensor", new SafeTensorsFormat(WeightsFingerprint.Of([("place", DType.F32, [Numbers])])), new CollectiveRule { Criterion = "closeness" }, [], LoadAsync);

    public DataSummary Data { get; } = new(1, 1, 1, "wish", []);

    public static Weights Of(params float[] place) => SafeTensors.Write([new("place", DType.F32, [place.Length], MemoryMarshal.AsBytes(place.AsSpan()).ToArray())]);

    public Weights InitialWeights(RoundContext context) => Of(new float[Numbers]);

    public Weights ProposeWeights(Weights accepted, RoundContext context)
    {
        mood.BeforePropose(context);
        return mood.Made(Of([.. PlaceOf(accepted).Select(place => place + ((8 - place) / 2))]), context);
    }

    public Scores TestWeights(Weights weights, RoundContext context)
    {
        mood.BeforeTest(weights, context);
        var distance = PlaceOf(weights).Sum(place => Math.Abs(8 - place));
        return mood.Scored(new(-distance, distance, -distance), context);
    }

    private static float[] PlaceOf(Weights weights) => MemoryMarshal.Cast<byte, float>(SafeTensors.Read(weights)[0].Data.Span).ToArray();

    private static Task<ILearner> LoadAsync(LearnerContext context, IConfiguration settings, CancellationToken cancellation)
        => Task.FromResult<ILearner>(new TensorModel(Mood.Of(settings["Mood"])));
}
