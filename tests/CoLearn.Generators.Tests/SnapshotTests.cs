using CoLearn.Generators.Cases;
using CoLearn.Generators.Runs;
using CoLearn.Generators.Shapes;

namespace CoLearn.Generators;

public class SnapshotTests
{
    public static TheoryData<string, string> Losses => new()
    {
        { "CrossEntropyLoss", "[Linear(3)] [CrossEntropyLoss]" },
        { "NLLLoss", "[Linear(3), LogSoftmax] [NLLLoss]" },
        { "BCEWithLogitsLoss", "[Linear(1)] [BCEWithLogitsLoss]" },
        { "BCELoss", "[Linear(1), Sigmoid] [BCELoss]" },
        { "KLDivLoss", "[Linear(3), LogSoftmax] [KLDivLoss]" },
        { "MSELoss", "[Linear(2)] [MSELoss]" },
        { "L1Loss", "[Linear(2)] [L1Loss]" },
        { "SmoothL1Loss", "[Linear(2)] [SmoothL1Loss]" },
    };

    public static TheoryData<string, string> Optimizers => new()
    {
        { "SGD", "[SGD(Momentum = 0.9, WeightDecay = 5e-4)]" },
        { "SGD.Defaults", "[SGD]" },
        { "Adam", "[Adam(LearningRate = 1e-3, Beta1 = 0.8, Beta2 = 0.99, WeightDecay = 1e-6)]" },
        { "Adam.Defaults", "[Adam]" },
        { "AdamW", "[AdamW(LearningRate = 3e-4, WeightDecay = 0.1)]" },
        { "AdamW.Defaults", "[AdamW]" },
        { "NAdam", "[NAdam(Beta1 = 0.8, MomentumDecay = 0.01)]" },
        { "NAdam.Defaults", "[NAdam]" },
        { "RMSprop", "[RMSprop(Alpha = 0.9, Momentum = 0.5, WeightDecay = 1e-4)]" },
        { "RMSprop.Defaults", "[RMSprop]" },
        { "Adagrad", "[Adagrad(LearningRate = 0.1, LearningRateDecay = 1e-3)]" },
        { "Adagrad.Defaults", "[Adagrad]" },
    };

    public static TheoryData<string, string> Rules => new()
    {
        { "Training", "[Training(BatchSize = 64, Epochs = 3, ResetOptimizer = false)]" },
        { "Training.Batches", "[Training(Batches = 100)]" },
        { "Training.Clip", "[Training(GradientClip = 1.5)]" },
        { "Training.Decay", "[Training(DecayRounds = 10, DecayFactor = 0.5)]" },
        { "Voting", "[Voting(Criterion.Loss, Threshold = 2.0 / 3, Ties = Ties.Reject, MinGain = 1e-4, Examples = 200)]" },
        { "Voting.Score", "[Voting<Balanced>(Threshold = 1, Ties = Ties.Approve)]" },
    };

    [Theory]
    [MemberData(nameof(LayerStacks.All), MemberType = typeof(LayerStacks))]
    public void Layer_InANetwork_IsWrittenAsShown(string layer, string attributes) =>
        Snapshot.Matches("Layer." + layer, GeneratorRun.Of(Source.Network(attributes)).Text());

    [Theory]
    [MemberData(nameof(Losses))]
    public void Loss_OfANetwork_IsWrittenAsShown(string loss, string attributes) =>
        Snapshot.Matches("Loss." + loss, GeneratorRun.Of(Source.Model($"[Input(4)] {attributes} [Adam]")).Text());

    [Theory]
    [MemberData(nameof(Optimizers))]
    public void Optimizer_OfANetwork_IsWrittenAsShown(string optimizer, string attributes) => Snapshot.Matches(
        "Optimizer." + optimizer,
        GeneratorRun.Of(Source.Model($"[Input(4)] [Linear(2)] [CrossEntropyLoss] {attributes}")).Text());

    [Theory]
    [MemberData(nameof(Rules))]
    public void Rule_OfANetwork_IsWrittenAsShown(string rule, string attributes) => Snapshot.Matches(
        "Rule." + rule,
        GeneratorRun.Of(Source.Model($"[Input(4)] [Linear(2)] [CrossEntropyLoss, SGD] {attributes}")).Text());

    [Fact]
    public void Tutorial_AsInTheReadme_IsWrittenAsShown() => Snapshot.Matches("Tutorial", GeneratorRun.Of(Source.Class("""
        [Learner("mnist", Data = typeof(Digits))]
        [Input(1, 28, 28)]
        [Conv2d(64, 3, Padding = 1), BatchNorm2d, ReLU, MaxPool2d(2)]
        [Conv2d(128, 3, Padding = 1), BatchNorm2d, ReLU, MaxPool2d(2)]
        [Flatten, Linear(10)]
        [CrossEntropyLoss, Adam(LearningRate = 1e-3)]
        [Training(BatchSize = 64)]
        [Voting(Criterion.Accuracy, Threshold = 0.5)]
        public partial class MnistModel;
        """)).Text());

    [Fact]
    public void Module_OfOnesOwn_IsWrittenAsShown() =>
        Snapshot.Matches("OwnModule", GeneratorRun.Of(OwnModuleCases.Own("[Input(1, 28, 28)]", "[CrossEntropyLoss, Adam]")).Text());

    // Else a layer could be added without being shown.
    [Fact]
    public void Snapshots_OfLayers_CoverEveryRule() =>
        Assert.Equal(LayerRules.All.Select(rule => rule.Attribute).Order(), LayerStacks.All.Select(row => ((string)row[0]).Split('.')[0]).Distinct().Order());

    // Else an attribute could exist that the generator does not know.
    [Fact]
    public void Rules_OfLayers_CoverEveryAttribute() => Assert.Equal(
        typeof(LayerAttribute).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(LayerAttribute)))
            .Select(type => type.Name.Split('`')[0])
            .Order(),
        LayerRules.All.Select(rule => rule.Attribute + "Attribute").Order());
}
