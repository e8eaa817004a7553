using CoLearn.Data;
using CoLearn.Exchange;
using static TorchSharp.torch;

namespace CoLearn.Training;

public sealed class TorchLearnerTests : IDisposable
{
    private readonly TestSlot slot = new();

    public void Dispose() => slot.Dispose();

    [Fact]
    public async Task ProposeWeights_RealDigits_LearnsThem()
    {
        using var learner = await Samples.DigitLearner();
        var initial = learner.InitialWeights(Samples.Round(slot, round: 0));

        var before = learner.TestWeights(initial, Samples.Round(slot, round: 0));
        var proposal = learner.ProposeWeights(initial, Samples.Round(slot));
        var after = learner.TestWeights(proposal, Samples.Round(slot));

        Assert.InRange(before.Test!.Value, 0, 0.4);
        Assert.InRange(after.Test!.Value, 0.8, 1);
        Assert.InRange(after.Vote, 0.8, 1);
        Assert.True(after.Loss < before.Loss);
    }

    [Fact]
    public void ProposeWeights_SameSeedTwice_IsEqualToTheBit()
    {
        using var learner = Samples.Tiny();

        Assert.Equal(Propose(learner, slot, 1).Hash, Propose(learner, slot, 1).Hash);
        Assert.NotEqual(Propose(learner, slot, 1).Hash, Propose(learner, slot, 2).Hash);
    }

    [Fact]
    public async Task ProposeWeights_TwoSlotsAtOnce_IsEqualToTheBit()
    {
        using var one = await Samples.DigitLearner(count: 20, index: 0);
        using var two = await Samples.DigitLearner(count: 20, index: 0);
        var alone = Propose(one, slot, 1).Hash;
        using var other = new TestSlot(1);

        var hashes = await Task.WhenAll(
            Task.Factory.StartNew(() => Enumerable.Range(0, 4).Select(_ => Propose(one, slot, 1).Hash).ToArray(), TaskCreationOptions.LongRunning),
            Task.Factory.StartNew(() => Enumerable.Range(0, 4).Select(_ => Propose(two, other, 1).Hash).ToArray(), TaskCreationOptions.LongRunning));

        Assert.All(hashes.SelectMany(each => each), hash => Assert.Equal(alone, hash));
    }

    [Fact]
    public void ProposeWeights_AfterAnotherLearnerOnTheSlot_IsNotTouchedByIt()
    {
        using var learner = Samples.Tiny();
        using var fresh = new TestSlot();
        var alone = Propose(learner, fresh, 1).Hash;
        using var another = Samples.Tiny(sets: new(Samples.Examples(33, 10), Samples.Examples(50, 11)), learner: Samples.Learner("b"));

        another.ProposeWeights(another.InitialWeights(Samples.Round(slot)), Samples.Round(slot, Samples.Learner("b"), 5));

        Assert.Equal(alone, Propose(learner, slot, 1).Hash);
    }

    [Fact]
    public void InitialWeights_SameSeed_AreEqualWhateverDrewBefore()
    {
        using var learner = Samples.Tiny();
        var first = learner.InitialWeights(Samples.Round(slot, round: 0)).Hash;
        rand(10).Dispose();

        Assert.Equal(first, learner.InitialWeights(Samples.Round(slot, round: 0)).Hash);
        Assert.NotEqual(first, learner.InitialWeights(Samples.Round(slot, Samples.Learner(seed: 8), 0)).Hash);
    }

    [Fact]
    public async Task InitialWeights_DeclaredLayers_ComeFromTheRoundsOwnGenerator()
    {
        using var learner = await Samples.DigitLearner(count: 100);
        using var expected = new DigitModel();
        using (var generator = new Generator((ulong)Samples.Round(slot, round: 0).Seed("init")))
            ModuleInitializer.Redraw(expected, generator);

        Assert.Equal(ModuleWeights.Write(expected).Hash, learner.InitialWeights(Samples.Round(slot, round: 0)).Hash);
    }

    [Theory]
    [InlineData(LossKind.MeanSquaredError, "loss")]
    [InlineData(LossKind.MeanAbsoluteError, "loss")]
    [InlineData(LossKind.SmoothAbsoluteError, "loss")]
    [InlineData(LossKind.BinaryCrossEntropyWithLogits, "accuracy")]
    public void ProposeWeights_NumbersAsTargets_MakesLossSmaller(LossKind loss, string criterion)
    {
        using var learner = Samples.Tiny(
            Samples.Declaration(loss) with { Training = new(16, 20, 0, true), Optimizer = new SGDSettings(0.05, 0, 0.9) },
            sets: new(Numbers(65, 1), Numbers(60, 2), Numbers(40, 3)));
        var rule = new CollectiveRule { Criterion = criterion };
        var initial = learner.InitialWeights(Samples.Round(slot));

        var before = learner.TestWeights(initial, Samples.Round(slot, rule: rule));
        var after = learner.TestWeights(learner.ProposeWeights(initial, Samples.Round(slot, rule: rule)), Samples.Round(slot, rule: rule));

        Assert.True(after.Loss < before.Loss);
        Assert.True(criterion == "loss" ? after.Vote == after.Loss && after.Test < before.Test : after.Vote > before.Vote && after.Test > before.Test);
    }

    [Fact]
    public void ProposeWeights_BatchesInsteadOfEpochs_TrainsThatMany()
    {
        using var three = Samples.Tiny(Samples.Declaration() with { Training = new(16, 99, 3, true) });
        using var six = Samples.Tiny(Samples.Declaration() with { Training = new(16, 99, 6, true) });

        Assert.Equal(3, Steps(Propose(three, slot, 1)));
        Assert.Equal(6, Steps(Propose(six, slot, 1)));
    }

    [Fact]
    public void ProposeWeights_LastBatchOfOne_IsMerged()
    {
        using var learner = Samples.Tiny(sets: Samples.Sets(train: 65));

        Assert.Equal(4, Steps(Propose(learner, slot, 1)));
    }

    [Theory]
    [InlineData(typeof(AdamSettings))]
    [InlineData(typeof(AdamWSettings))]
    [InlineData(typeof(SGDSettings))]
    [InlineData(typeof(NAdamSettings))]
    [InlineData(typeof(RMSpropSettings))]
    [InlineData(typeof(AdagradSettings))]
    public void ProposeWeights_OptimizerKept_GoesOnFromItsState(Type kind)
    {
        OptimizerSettings[] all =
        [
            new SGDSettings(0.01, 1e-4, 0.9), new AdamSettings(0.01, 1e-4, 0.9, 0.999), new AdamWSettings(0.01, 1e-4, 0.9, 0.999),
            new NAdamSettings(0.01, 1e-4, 0.9, 0.999, 4e-3), new RMSpropSettings(0.01, 1e-4, 0.99, 0.5), new AdagradSettings(0.01, 1e-4, 0.1),
        ];
        var optimizer = all.Single(settings => settings.GetType() == kind);
        var settings = new TrainingSettings(16, 1, 0, ResetOptimizer: false);
        using var keeps = Samples.Tiny(Samples.Declaration() with { Optimizer = optimizer, Training = settings });
        using var again = Samples.Tiny(Samples.Declaration() with { Optimizer = optimizer, Training = settings });
        using var other = new TestSlot(1);
        var initial = keeps.InitialWeights(Samples.Round(slot, round: 0));

        var first = keeps.ProposeWeights(initial, Samples.Round(slot)).Hash;
        var second = keeps.ProposeWeights(initial, Samples.Round(slot)).Hash;

        Assert.NotEqual(first, second);
        Assert.Equal(first, again.ProposeWeights(initial, Samples.Round(other)).Hash);
        Assert.Equal(second, again.ProposeWeights(initial, Samples.Round(other)).Hash);
    }

    [Fact]
    public void ProposeWeights_Cancelled_ThrowsAndLeavesTheSlotUsable()
    {
        using var learner = Samples.Tiny();
        var initial = learner.InitialWeights(Samples.Round(slot));
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(() => learner.ProposeWeights(initial, Samples.Round(slot, cancellation: cancelled.Token)));
        Assert.ThrowsAny<OperationCanceledException>(() => learner.TestWeights(initial, Samples.Round(slot, cancellation: cancelled.Token)));

        using var fresh = new TestSlot();
        Assert.Equal(Propose(learner, fresh, 1).Hash, Propose(learner, slot, 1).Hash);
    }

    [Fact]
    public void TestWeights_NoTestSet_HasNoTestScore()
    {
        using var learner = Samples.Tiny(sets: Samples.Sets(test: 0));

        var scores = learner.TestWeights(learner.InitialWeights(Samples.Round(slot)), Samples.Round(slot));

        Assert.Null(scores.Test);
        Assert.Null(learner.Data.TestExamples);
    }

    [Fact]
    public void TestWeights_Twice_IsEqualAndChangesNothing()
    {
        using var learner = Samples.Tiny();
        var weights = Propose(learner, slot, 1);

        var scores = learner.TestWeights(weights, Samples.Round(slot));

        Assert.Equal(scores with { Further = EmptyFurther }, learner.TestWeights(weights, Samples.Round(slot, round: 9)) with { Further = EmptyFurther });
        Assert.InRange(scores.Vote, 0, 1);
        Assert.Equal(scores.Vote, Math.Round(scores.Vote * 60) / 60);
    }

    [Fact]
    public void TestWeights_UnknownCriterion_SaysWhich()
    {
        using var learner = Samples.Tiny();
        var weights = learner.InitialWeights(Samples.Round(slot));

        var exception = Assert.Throws<InvalidOperationException>(() =>
            learner.TestWeights(weights, Samples.Round(slot, rule: new CollectiveRule { Criterion = "beauty" })));

        Assert.Equal("The model 'tiny' does not know the criterion 'beauty'.", exception.Message);
    }

    [Fact]
    public void TestWeights_WeightsOfAnotherModel_ThrowsFormatException()
    {
        using var learner = Samples.Tiny();
        using var other = new DigitModel();

        Assert.Throws<FormatException>(() => learner.TestWeights(ModuleWeights.Write(other), Samples.Round(slot)));
    }

    [Fact]
    public void TestWeights_ModuleUnlikeItsDeclaration_NamesBothFingerprints()
    {
        using var learner = Samples.Tiny(Samples.Declaration() with { Fingerprint = "0123" });
        var weights = learner.InitialWeights(Samples.Round(slot));

        var exception = Assert.Throws<InvalidOperationException>(() => learner.TestWeights(weights, Samples.Round(slot)));

        Assert.StartsWith("The model 'tiny' declares the fingerprint 0123, but its module TinyModel has ", exception.Message);
    }

    [Fact]
    public void Score_UnionOfTestSets_CountsEveryExample()
    {
        using var learner = Samples.Tiny();
        var weights = Propose(learner, slot, 1);
        using var one = Samples.Examples(40, 3);
        using var two = Samples.Examples(60, 2);

        var union = TorchEvaluation.Score<TinyModel>(weights, LossKind.CrossEntropy, [one, two]);

        var scores = learner.TestWeights(weights, Samples.Round(slot));
        Assert.Equal(100, union.Examples);
        Assert.Equal((scores.Test!.Value * 40 + scores.Vote * 60) / 100, union.Accuracy!.Value, 9);
    }

    private static readonly IReadOnlyDictionary<string, double> EmptyFurther = new Dictionary<string, double>();

    private static Weights Propose(ILearner learner, IComputeSlot slot, int round) =>
        learner.ProposeWeights(learner.InitialWeights(Samples.Round(slot, round: 0)), Samples.Round(slot, round: round));

    // Batch norm counts the batches it was trained on.
    private static long Steps(Weights weights) => BitConverter.ToInt64(
        SafeTensors.Read(weights).Single(tensor => tensor.Name == "bn1.num_batches_tracked").Data.Span);

    private static ExampleSet Numbers(int count, long seed)
    {
        using var classes = Samples.Examples(count, seed);
        return new ExampleSet(classes.Features.clone(), classes.Features.narrow(1, 0, 3).gt(0.5).to(ScalarType.Float32));
    }
}
