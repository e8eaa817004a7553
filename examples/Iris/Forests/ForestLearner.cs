using CoLearn.Examples.Iris.Rows;
using Microsoft.Extensions.Configuration;

namespace CoLearn.Examples.Iris.Forests;

/// <summary>
/// A random forest that names an iris' species. A proposer adds trees that it grew on its own flowers to the accepted forest.
/// </summary>
/// <remarks>
/// Ties go by loss: with a dozen flowers to vote with, forests often name the same number of them rightly, but few give the same probabilities. By
/// <see cref="Ties.Reject"/> the forest would stop growing as soon as it is right about most vote sets; by <see cref="Ties.Approve"/> whoever
/// proposes the accepted forest unchanged would be let through.
/// </remarks>
[Learner("iris-forest", Data = typeof(IrisData), Format = typeof(ForestFormat))]
[Voting(Criterion.Accuracy, Ties = Ties.ByLoss)]
internal sealed partial class ForestLearner(IrisRows rows, LearnerContext context, IConfiguration settings) : ILearner
{
    private readonly int trees = settings.Count("Trees", 5, context.Learner);

    public DataSummary Data { get; } = rows.Summary(context.Learner);

    /// <summary>No trees: all species are equally likely.</summary>
    public Weights InitialWeights(RoundContext context) => ForestFormat.Write(new([]));

    public Weights ProposeWeights(Weights accepted, RoundContext context)
    {
        var grower = new TreeGrower(rows.Train, new(context.Seed("trees")));
        var added = Enumerable.Range(0, trees).Select(_ => grower.Grow());
        return ForestFormat.Write(new([.. ForestFormat.Read(accepted).Trees, .. added]));
    }

    public Scores TestWeights(Weights weights, RoundContext context) => rows.Scores(context.Rule, ForestFormat.Read(weights).Judge);
}
