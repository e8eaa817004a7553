using Microsoft.Extensions.Configuration;
using TorchSharp;

namespace CoLearn.Training;

/// <summary>What a site sets for itself: each value has the effect that it has when it is declared, and what cannot be used is refused.</summary>
public sealed class SiteSettingsTests : IDisposable
{
    private static readonly TorchDeclaration Declared = Samples.Declaration();

    private readonly TestSlot slot = new();

    public static TheoryData<string, string> Values => new()
    {
        { "LearningRate", "0.05" },
        { "BatchSize", "8" },
        { "Epochs", "3" },
        { "Batches", "2" },
    };

    public void Dispose() => slot.Dispose();

    [Theory]
    [MemberData(nameof(Values))]
    public async Task Load_ValueOfTheSite_TrainsAsIfItWereDeclared(string key, string value)
    {
        var same = key switch
        {
            "LearningRate" => Declared with { Optimizer = Declared.Optimizer with { LearningRate = 0.05 } },
            "BatchSize" => Declared with { Training = Declared.Training with { BatchSize = 8 } },
            "Epochs" => Declared with { Training = Declared.Training with { Epochs = 3 } },
            _ => Declared with { Training = Declared.Training with { Batches = 2 } },
        };

        var proposal = await ProposalAsync(Samples.Configuration((key, value)));

        Assert.Equal(Proposal(same), proposal);
        Assert.NotEqual(Proposal(Declared), proposal);
    }

    [Fact]
    public async Task Load_ThreadsOfTheSite_AreThoseOfItsTraining()
    {
        Assert.Equal(1, await ThreadsAsync(Samples.Configuration(), silo: 1));
        Assert.Equal(2, await ThreadsAsync(Samples.Configuration(("Threads", "2")), silo: 4));
        Assert.Equal(3, await ThreadsAsync(Samples.Configuration(("Threads", "8")), silo: 3));

        async Task<int> ThreadsAsync(IConfiguration configuration, int silo)
        {
            using var learner = (TorchLearner<TinyModel>)await Definition(Declared).LoadAsync(Samples.Learner(), configuration, default);
            var initial = learner.InitialWeights(Samples.Round(slot, round: 0));
            learner.ProposeWeights(initial, Samples.Round(slot) with { Threads = silo });
            var training = torch.get_num_threads();
            // Whoever votes does so beside others.
            learner.TestWeights(initial, Samples.Round(slot));
            Assert.Equal(1, torch.get_num_threads());
            return training;
        }
    }

    [Fact]
    public void ReadSettings_NothingSet_SaysWhatIsDeclared() => Assert.Equal(
        [
            "Loss=CrossEntropy", "Optimizer=Adam", "LearningRate=0.01", "WeightDecay=0", "Beta1=0.9", "Beta2=0.999",
            "BatchSize=16", "Epochs=1", "ResetOptimizer=true", "GradientClip=0", "DecayRounds=0",
        ],
        Said(Read()));

    [Fact]
    public void ReadSettings_ValuesOfTheSite_ReplaceTheDeclaredOnes()
    {
        var settings = Read(("learningrate", "1E-4"), ("BatchSize", "64"), ("Batches", "5"), ("Threads", "2"), ("Path", "/secret"), ("Shard:Count", "3"));

        Assert.Equal(
            [
                "Loss=CrossEntropy", "Optimizer=Adam", "LearningRate=0.0001", "WeightDecay=0", "Beta1=0.9", "Beta2=0.999",
                "BatchSize=64", "Batches=5", "ResetOptimizer=true", "GradientClip=0", "DecayRounds=0", "Threads=2",
            ],
            Said(settings));
        Assert.Empty(settings.Mistakes);
    }

    [Fact]
    public void ReadSettings_OtherOptimizerAndDecay_SaysTheirValues()
    {
        var declaration = Declared with
        {
            Optimizer = new SGDSettings(0.1, 1e-4, Momentum: 0.9),
            Training = Declared.Training with { DecayRounds = 10, DecayFactor = 0.5, GradientClip = 2.5 },
        };

        Assert.Equal(
            [
                "Loss=CrossEntropy", "Optimizer=SGD", "LearningRate=0.1", "WeightDecay=0.0001", "Momentum=0.9",
                "BatchSize=16", "Epochs=1", "ResetOptimizer=true", "GradientClip=2.5", "DecayRounds=10", "DecayFactor=0.5",
            ],
            Said(Definition(declaration).ReadSettings(Samples.Configuration())));
    }

    [Theory]
    [InlineData("BatchSize", "0", "BatchSize is '0', but must be a whole number of at least 1")]
    [InlineData("Epochs", "all", "Epochs is 'all', but must be a whole number of at least 1")]
    [InlineData("Batches", "1.5", "Batches is '1.5', but must be a whole number of at least 1")]
    [InlineData("Threads", "-1", "Threads is '-1', but must be a whole number of at least 1")]
    [InlineData("LearningRate", "fast", "LearningRate is 'fast', but must be a number greater than 0")]
    [InlineData("LearningRte", "0.1", "LearningRte is set to '0.1', but no setting has this name; write LearningRate")]
    [InlineData("learnrate", "0.1", null)]
    [InlineData("batchsizes", "8", "batchsizes is set to '8', but no setting has this name; write BatchSize")]
    [InlineData("Epoch", "2", "Epoch is set to '2', but no setting has this name; write Epochs")]
    [InlineData("Treads", "2", "Treads is set to '2', but no setting has this name; write Threads")]
    [InlineData("WeightDecay", "0.1", "WeightDecay is set to '0.1', but the model's attributes declare it for all sites; a site sets BatchSize, Epochs, Batches, LearningRate or Threads")]
    [InlineData("decayfactor", "0.1", "decayfactor is set to '0.1', but the model's attributes declare it for all sites; a site sets BatchSize, Epochs, Batches, LearningRate or Threads")]
    [InlineData("Optimizer", "SGD", "Optimizer is set to 'SGD', but the model's attributes declare it for all sites; a site sets BatchSize, Epochs, Batches, LearningRate or Threads")]
    [InlineData("Momentum", "0.9", null)]
    [InlineData("Path", "data", null)]
    [InlineData("BatchSize", "", null)]
    [InlineData("Epoch:Path", "data", null)]
    public void ReadSettings_Key_IsRefusedWhereNobodyElseWouldReadIt(string key, string value, string? mistake) =>
        Assert.Equal(mistake is null ? [] : [mistake], Read((key, value)).Mistakes);

    private static LearnerDefinition Definition(TorchDeclaration declaration) => TorchDefinition.Of<TinyModel, SampleData>(declaration);

    private static LearnerSettings Read(params (string Key, string Value)[] settings) => Definition(Declared).ReadSettings(Samples.Configuration(settings));

    private static string[] Said(LearnerSettings settings) => [.. settings.Values.Select(value => $"{value.Name}={value.Value}")];

    private string Proposal(TorchDeclaration declaration)
    {
        using var learner = Samples.Tiny(declaration);
        return Proposal(learner);
    }

    private async Task<string> ProposalAsync(IConfiguration configuration)
    {
        var learner = await Definition(Declared).LoadAsync(Samples.Learner(), configuration, default);
        using var _ = (IDisposable)learner;
        return Proposal(learner);
    }

    private string Proposal(ILearner learner) =>
        learner.ProposeWeights(learner.InitialWeights(Samples.Round(slot, round: 0)), Samples.Round(slot)).Hash;
}
