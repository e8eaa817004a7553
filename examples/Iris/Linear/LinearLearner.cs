using CoLearn.Examples.Iris.Rows;
using Microsoft.Extensions.Configuration;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

namespace CoLearn.Examples.Iris.Linear;

/// <summary>
/// Logistic regression by ML.NET that tells whether an iris is a virginica. A proposer goes on from the accepted weights for a few steps on its own
/// flowers; of ML.NET's trainers, the linear ones can do that and those of trees cannot.
/// </summary>
/// <remarks>Ties go by loss for the reason that <see cref="Forests.ForestLearner"/> gives.</remarks>
[Learner("iris-linear", Data = typeof(IrisData), Format = typeof(LinearFormat))]
[Voting(Criterion.Accuracy, Ties = Ties.ByLoss)]
internal sealed partial class LinearLearner(IrisRows rows, LearnerContext context, IConfiguration settings) : ILearner
{
    /// <summary>A probability of 0 would be an infinite loss.</summary>
    private const double LeastProbability = 1e-7;

    private readonly int steps = settings.Count("Steps", 5, context.Learner);

    public DataSummary Data { get; } = rows.Summary(context.Learner);

    /// <summary>All zero: a virginica is as likely as not.</summary>
    public Weights InitialWeights(RoundContext context) => LinearFormat.Write(new float[IrisRow.FeatureCount], bias: 0);

    public Weights ProposeWeights(Weights accepted, RoundContext context)
    {
        var ml = new MLContext(seed: 0);
        var trainer = ml.BinaryClassification.Trainers.LbfgsLogisticRegression(new LbfgsLogisticRegressionBinaryTrainer.Options
        {
            MaximumNumberOfIterations = steps,
            L1Regularization = 0,
            L2Regularization = 0.1f,
            NumberOfThreads = 1,
        });
        var examples = ml.Data.LoadFromEnumerable(rows.Train.Select(row => new LinearExample { Features = row.Features, Label = IsVirginica(row) }));
        var (weights, bias) = LinearFormat.Read(accepted);
        var fitted = trainer.Fit(examples, LinearParameters.Make(ml, new VBuffer<float>(weights.Length, weights), bias, null)).Model.SubModel;
        return LinearFormat.Write(fitted.Weights, fitted.Bias);
    }

    public Scores TestWeights(Weights weights, RoundContext context)
    {
        var (factors, bias) = LinearFormat.Read(weights);
        return rows.Scores(context.Rule, row =>
        {
            var score = bias + factors.Zip(row.Features, (factor, feature) => (double)factor * feature).Sum();
            var isTrue = IsVirginica(row) ? score : -score;
            return new(isTrue > 0 || (isTrue == 0 && !IsVirginica(row)), Math.Max(1 / (1 + Math.Exp(-isTrue)), LeastProbability));
        });
    }

    private static bool IsVirginica(IrisRow row) => row.Species == IrisRow.Virginica;
}
