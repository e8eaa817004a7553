using CoLearn.Data;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CoLearn.Training;

/// <summary>Losses against their formulas, and training on them.</summary>
public sealed class LossTests
{
    [Fact]
    public void BinaryCrossEntropy_OfProbabilities_IsItsFormula()
    {
        using var scope = NewDisposeScope();
        var output = tensor(new[] { 0.9f, 0.2f, 0.6f, 0.5f }, [2, 2]);
        var target = tensor(new[] { 1f, 0f, 0.3f, 0.8f }, [2, 2]);
        var expected = -(Math.Log(0.9) + Math.Log(0.8) + (0.3 * Math.Log(0.6)) + (0.7 * Math.Log(0.4)) + Math.Log(0.5)) / 4;

        Assert.Equal(expected, LossKind.BinaryCrossEntropy.Value(output, target), 5);
        Assert.Equal(expected, LossKind.BinaryCrossEntropy.Mean(output, target).item<float>(), 5);
        Assert.Equal(0.5, LossKind.BinaryCrossEntropy.Accuracy(output, target));
    }

    [Fact]
    public void Divergence_OfDistributions_IsItsFormulaPerExample()
    {
        using var scope = NewDisposeScope();
        var output = tensor(new[] { 0.5f, 0.25f, 0.25f, 0.1f, 0.2f, 0.7f }, [2, 3]).log();
        var target = tensor(new[] { 1f, 0f, 0f, 0.6f, 0.3f, 0.1f }, [2, 3]);
        var expected = (Math.Log(1 / 0.5) + (0.6 * Math.Log(0.6 / 0.1)) + (0.3 * Math.Log(0.3 / 0.2)) + (0.1 * Math.Log(0.1 / 0.7))) / 2;

        Assert.Equal(expected, LossKind.KullbackLeiblerDivergence.Value(output, target), 5);
        Assert.Equal(expected, LossKind.KullbackLeiblerDivergence.Mean(output, target).item<float>(), 5);
        Assert.Equal(0.5, LossKind.KullbackLeiblerDivergence.Accuracy(output, target));
        Assert.Equal(0, LossKind.KullbackLeiblerDivergence.Value(target.clamp_min(1e-7).log(), target), 5);
    }

    [Theory]
    [InlineData(LossKind.BinaryCrossEntropy)]
    [InlineData(LossKind.KullbackLeiblerDivergence)]
    public void ProposeWeights_ProbabilitiesAsTargets_MakesLossSmallerAndAccuracyGreater(LossKind loss)
    {
        using var slot = new TestSlot();
        var declaration = Samples.Declaration(loss) with { Training = new(16, 20, 0, true), Optimizer = new SGDSettings(0.2, 0, 0.9) };
        ILearner learner = loss == LossKind.BinaryCrossEntropy
            ? new TorchLearner<Odds>(Samples.Learner(), declaration, Sets(loss))
            : new TorchLearner<LogOdds>(Samples.Learner(), declaration, Sets(loss));
        using var _ = (IDisposable)learner;
        var initial = learner.InitialWeights(Samples.Round(slot));

        var before = learner.TestWeights(initial, Samples.Round(slot));
        var after = learner.TestWeights(learner.ProposeWeights(initial, Samples.Round(slot)), Samples.Round(slot));

        Assert.True(after.Loss < before.Loss);
        Assert.True(after.Vote > before.Vote);
        Assert.InRange(after.Test!.Value, 0.8, 1);
    }

    private static LearnerSets Sets(LossKind loss) => new(Probabilities(loss, 65, 1), Probabilities(loss, 60, 2), Probabilities(loss, 40, 3));

    private static ExampleSet Probabilities(LossKind loss, int count, long seed)
    {
        using var scope = NewDisposeScope();
        using var classes = Samples.Examples(count, seed);
        var largest = classes.Features.narrow(1, 0, 3);
        return new ExampleSet(
            classes.Features.clone(),
            loss == LossKind.BinaryCrossEntropy ? largest.gt(0.5).to(ScalarType.Float32) : largest.mul(8).softmax(1));
    }

    private sealed class Odds : Module<Tensor, Tensor>
    {
        private readonly Linear fc1 = Linear(4, 3);

        public Odds()
            : base(nameof(Odds)) => RegisterComponents();

        public override Tensor forward(Tensor input) => fc1.call(input).sigmoid();
    }

    private sealed class LogOdds : Module<Tensor, Tensor>
    {
        private readonly Linear fc1 = Linear(4, 3);

        public LogOdds()
            : base(nameof(LogOdds)) => RegisterComponents();

        public override Tensor forward(Tensor input) => fc1.call(input).log_softmax(1);
    }
}
