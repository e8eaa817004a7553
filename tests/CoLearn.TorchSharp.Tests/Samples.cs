using CoLearn.Data;
using CoLearn.Training;
using Microsoft.Extensions.Configuration;
using static TorchSharp.torch;

namespace CoLearn;

internal static class Samples
{
    public static readonly string MnistDirectory = Path.Combine(AppContext.BaseDirectory, "mnist");

    public static TorchDeclaration Declaration(LossKind loss = LossKind.CrossEntropy) => new()
    {
        Name = "tiny",
        Fingerprint = "",
        Input = [4],
        Loss = loss,
        Optimizer = new AdamSettings(0.01, 0, 0.9, 0.999),
        Training = new TrainingSettings(BatchSize: 16, Epochs: 1, Batches: 0, ResetOptimizer: true),
        Rule = new CollectiveRule(),
        Layers = [],
    };

    public static TorchDeclaration Digits() => Declaration() with
    {
        Name = "digits",
        Input = [1, 28, 28],
        Layers = [new("conv1", "Conv2d", [8, 12, 12], 208), new("bn1", "BatchNorm2d", [8, 12, 12], 16), new("fc1", "Linear", [10], 2890)],
    };

    public static LearnerContext Learner(string name = "a", long seed = 7, int voteExamples = 0) =>
        new("collective", name, "tiny", seed) { VoteExamples = voteExamples };

    public static RoundContext Round(IComputeSlot slot, LearnerContext? learner = null, int round = 1, CollectiveRule? rule = null, CancellationToken cancellation = default) =>
        new(learner ?? Learner(), round, rule ?? new CollectiveRule(), slot, Threads: 1, cancellation);

    public static IConfiguration Configuration(params (string Key, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(setting => setting.Key, setting => (string?)setting.Value)).Build();

    /// <summary>Four numbers, of which the largest of the first three is the class.</summary>
    public static ExampleSet Examples(int count, long seed)
    {
        using var scope = NewDisposeScope();
        var random = new SeededRandom(seed);
        var numbers = new float[count * 4];
        for (var i = 0; i < numbers.Length; i++)
            numbers[i] = random.Below(1000) / 1000f;
        var features = tensor(numbers, [count, 4]);
        return new ExampleSet(features, features.narrow(1, 0, 3).argmax(1));
    }

    public static LearnerSets Sets(int train = 65, int vote = 60, int test = 40) =>
        new(Examples(train, 1), Examples(vote, 2), test == 0 ? null : Examples(test, 3));

    public static TorchLearner<TinyModel> Tiny(TorchDeclaration? declaration = null, LearnerContext? learner = null, LearnerSets? sets = null) =>
        new(learner ?? Learner(), declaration ?? Declaration(), sets ?? Sets());

    public static async Task<TorchLearner<DigitModel>> DigitLearner(int count = 5, int index = 0, TorchDeclaration? declaration = null)
    {
        var learner = Learner($"learner-{index}");
        var configuration = Configuration(("Path", MnistDirectory), ("Shard:Count", $"{count}"), ("Shard:Index", $"{index}"));
        return new TorchLearner<DigitModel>(learner, declaration ?? Digits(), await new IdxData().LoadAsync(learner, configuration, default));
    }
}
