namespace CoLearn.Training;

public sealed class TorchDefinitionTests
{
    [Fact]
    public async Task Load_NoSettings_MakesAWorkingLearner()
    {
        using var slot = new TestSlot();
        var definition = TorchDefinition.Of<TinyModel, SampleData>(Samples.Declaration());

        var learner = await definition.LoadAsync(Samples.Learner(), Samples.Configuration(), default);

        using var _ = (IDisposable)learner;
        var weights = learner.InitialWeights(Samples.Round(slot, round: 0));
        Assert.NotEqual(weights.Hash, learner.ProposeWeights(weights, Samples.Round(slot)).Hash);
        Assert.Equal(("tiny", Weights.SafeTensors, "accuracy", false), (definition.Name, definition.Format.Name, definition.Rule.Criterion, definition.Rule.Minimise));
        using var module = new TinyModel();
        Assert.Equal(Fingerprint.Of(module), definition.Fingerprint);
        Assert.Null(definition.Format.Problem(weights.Bytes));
        using var other = new DigitModel();
        Assert.Equal(
            $"their {other.state_dict().Count} tensors have the fingerprint {Fingerprint.Of(other)}, but the model's have {definition.Fingerprint}",
            definition.Format.Problem(ModuleWeights.Write(other).Bytes));
    }

    [Fact]
    public void Of_LossAsCriterion_IsMinimised() =>
        Assert.True(TorchDefinition.Of<TinyModel, SampleData>(Samples.Declaration() with { Rule = new CollectiveRule { Criterion = "loss" } }).Rule.Minimise);

    [Fact]
    public void Of_OwnScore_NamesTheCriterion()
    {
        var rule = TorchDefinition.Of<TinyModel, SampleData>(
            Samples.Declaration() with { Score = new BalancedAccuracy(), Rule = new CollectiveRule { Minimise = true, Threshold = 0.7 } }).Rule;

        Assert.Equal(("balanced-accuracy", false, 0.7), (rule.Criterion, rule.Minimise, rule.Threshold));
    }

    [Fact]
    public void Of_DeclaredFingerprint_IsTaken() =>
        Assert.Equal("abc", TorchDefinition.Of<TinyModel, SampleData>(Samples.Declaration() with { Fingerprint = "abc" }).Fingerprint);

    [Fact]
    public async Task Load_SiteSettings_ReplaceTheDeclaredOnes()
    {
        using var slot = new TestSlot();
        var expected = Samples.Declaration() with { Optimizer = new AdamSettings(0.05, 0, 0.9, 0.999), Training = new(8, 1, 5, true) };
        using var declared = Samples.Tiny(expected);
        var initial = declared.InitialWeights(Samples.Round(slot, round: 0));

        var learner = await TorchDefinition.Of<TinyModel, SampleData>(Samples.Declaration())
            .LoadAsync(Samples.Learner(), Samples.Configuration(("BatchSize", "8"), ("LearningRate", "0.05"), ("Batches", "5")), default);

        using var _ = (IDisposable)learner;
        Assert.Equal(declared.ProposeWeights(initial, Samples.Round(slot)).Hash, learner.ProposeWeights(initial, Samples.Round(slot)).Hash);
    }

    [Fact]
    public async Task Load_EpochsOfTheSite_ReplaceDeclaredBatches()
    {
        using var slot = new TestSlot();
        using var declared = Samples.Tiny(Samples.Declaration() with { Training = new(16, 2, 0, true) });
        var initial = declared.InitialWeights(Samples.Round(slot, round: 0));

        var learner = await TorchDefinition.Of<TinyModel, SampleData>(Samples.Declaration() with { Training = new(16, 1, 3, true) })
            .LoadAsync(Samples.Learner(), Samples.Configuration(("Epochs", "2")), default);

        using var _ = (IDisposable)learner;
        Assert.Equal(declared.ProposeWeights(initial, Samples.Round(slot)).Hash, learner.ProposeWeights(initial, Samples.Round(slot)).Hash);
    }

    [Fact]
    public async Task Load_WrongSettings_ListsThemAllAtOnce()
    {
        var settings = Samples.Configuration(("BatchSize", "0"), ("LearningRate", "fast"), ("Epochs", "1"), ("Batches", "1.5"));

        var exception = await Assert.ThrowsAsync<LearnerDataException>(() =>
            TorchDefinition.Of<TinyModel, SampleData>(Samples.Declaration()).LoadAsync(Samples.Learner(), settings, default));

        Assert.Equal(
            "The settings of learner 'a' cannot be used: BatchSize is '0', but must be a whole number of at least 1; "
            + "Batches is '1.5', but must be a whole number of at least 1; LearningRate is 'fast', but must be a number greater than 0; "
            + "Epochs and Batches are both set, but only one of them can hold; leave one of them out.",
            exception.Message);
    }

    [Theory]
    [InlineData("NaN")]
    [InlineData("-0.1")]
    [InlineData("0")]
    [InlineData("1e999")]
    public async Task Load_LearningRateThatIsNone_IsRefused(string value) => await Assert.ThrowsAsync<LearnerDataException>(() =>
        TorchDefinition.Of<TinyModel, SampleData>(Samples.Declaration()).LoadAsync(Samples.Learner(), Samples.Configuration(("LearningRate", value)), default));
}
