using CoLearn;
using Separate.Means;

namespace Separate.MeansHost;

/// <summary>Goes the whole way to the mean of its own numbers at once.</summary>
/// <param name="numbers">Its own numbers.</param>
[Learner("hasty", Data = typeof(NumbersData), Format = typeof(MeanFormat))]
[Voting(Criterion.Loss)]
public sealed partial class HastyLearner(Numbers numbers) : ILearner
{
    private readonly MeanLearner half = new(numbers);

    /// <inheritdoc />
    public DataSummary Data => half.Data;

    /// <inheritdoc />
    public Weights InitialWeights(RoundContext context) => half.InitialWeights(context);

    /// <inheritdoc />
    public Weights ProposeWeights(Weights accepted, RoundContext context) => MeanLearner.At(numbers.Values.Average());

    /// <inheritdoc />
    public Scores TestWeights(Weights weights, RoundContext context) => half.TestWeights(weights, context);
}
