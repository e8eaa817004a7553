using System.Buffers.Binary;
using CoLearn;

namespace Separate.Means;

/// <summary>Looks for the mean of everybody's numbers: it proposes half the way from the accepted number to the mean of its own.</summary>
/// <param name="numbers">Its own numbers.</param>
[Learner("mean", Data = typeof(NumbersData), Format = typeof(MeanFormat))]
[Voting(Criterion.Loss)]
public sealed partial class MeanLearner(Numbers numbers) : ILearner
{
    /// <inheritdoc />
    public DataSummary Data => new(numbers.Values.Count, numbers.Values.Count, null, string.Join(' ', numbers.Values), []);

    /// <summary>A number as weights.</summary>
    /// <param name="mean">The number.</param>
    /// <returns>Its bytes.</returns>
    public static Weights At(double mean)
    {
        var bytes = new byte[sizeof(double)];
        BinaryPrimitives.WriteDoubleLittleEndian(bytes, mean);
        return new Weights(MeanFormat.Mean, bytes);
    }

    /// <inheritdoc />
    public Weights InitialWeights(RoundContext context) => At(0);

    /// <inheritdoc />
    public Weights ProposeWeights(Weights accepted, RoundContext context) => At((Of(accepted) + numbers.Values.Average()) / 2);

    /// <inheritdoc />
    public Scores TestWeights(Weights weights, RoundContext context)
    {
        var loss = numbers.Values.Average(value => Math.Pow(value - Of(weights), 2));
        return new Scores(loss, loss);
    }

    private static double Of(Weights weights) => BinaryPrimitives.ReadDoubleLittleEndian(weights.Bytes.Span);
}
