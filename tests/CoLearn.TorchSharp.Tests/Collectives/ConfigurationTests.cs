namespace CoLearn.Collectives;

/// <summary>Networks whose sites set their values in <c>appsettings.json</c>, here that of the tests' own directory.</summary>
public sealed class ConfigurationTests
{
    [Fact]
    public async Task Configuration_OfAFile_TrainsAsTheSameValuesCompiledIn()
    {
        await using var configured = await LocalCollective.StartAsync<ConfiguredDigits>(new() { Learners = 2, Seed = 3, Threads = 1 });
        await using var compiled = await LocalCollective.StartAsync<RecompiledDigits>(
            new() { Learners = 2, Seed = 3, Threads = 1, Settings = { ["Path"] = Samples.MnistDirectory } });

        Assert.Equal(await InitialAsync(configured), await InitialAsync(compiled));
        // Its first learner's values are others than those compiled in, its second's the same: alone, it goes from the same weights to the same weights.
        Assert.NotEqual(await ProposalAsync(compiled.Collective), await ProposalAsync(configured.Collective));
        var (alone, aloneCompiled) = (await configured.CreateAsync("alone", ["learner-2"]), await compiled.CreateAsync("alone", ["learner-2"]));
        Assert.Equal(await ProposalAsync(aloneCompiled), await ProposalAsync(alone));
    }

    [Fact]
    public async Task Configuration_OfAFile_IsShownByTheCollective()
    {
        await using var local = await LocalCollective.StartAsync<ConfiguredDigits>(new() { Learners = 2, Threads = 2 });

        var settings = (await local.Collective.StatusAsync()).Settings;

        Assert.Equal("Loss=CrossEntropy Optimizer=SGD LearningRate=0.01 WeightDecay=0 Momentum=0 BatchSize=16 Batches=3 ResetOptimizer=true GradientClip=0 DecayRounds=0 Threads=2", Said("learner-1"));
        Assert.Equal("Loss=CrossEntropy Optimizer=SGD LearningRate=0.05 WeightDecay=0 Momentum=0 BatchSize=16 Batches=5 ResetOptimizer=true GradientClip=0 DecayRounds=0 Threads=2", Said("learner-2"));

        string Said(string learner) => string.Join(' ', settings[learner].Select(setting => $"{setting.Name}={setting.Value}"));
    }

    [Fact]
    public async Task Configuration_Mistakes_AreAllSaidBeforeDataIsLoaded()
    {
        var options = new LocalOptions { Learners = 2, Settings = { ["Path"] = "/nowhere", ["LearningRte"] = "1", ["BatchSize"] = "0" } };

        var error = await Assert.ThrowsAsync<LearnerSettingsException>(() => LocalCollective.StartAsync<SmallDigits>(options));

        Assert.Equal(
            [
                "The settings of learners 'learner-1', 'learner-2' of model 'small-digits' cannot be used: BatchSize is '0', but must be a whole number of at least 1.",
                "The settings of learners 'learner-1', 'learner-2' of model 'small-digits' cannot be used: LearningRte is set to '1', but no setting has this name; write LearningRate.",
            ],
            error.Mistakes);
    }

    private static async Task<string> ProposalAsync(Collective collective) => (await collective.RunRoundAsync()).Facts.ProposalHash!;

    private static async Task<string> InitialAsync(LocalCollective local) => (await local.Collective.Rounds().FirstAsync()).Facts.ProposalHash!;
}
