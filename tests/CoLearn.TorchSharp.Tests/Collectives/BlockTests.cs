using CoLearn.Exchange;
using CoLearn.Training;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CoLearn.Collectives;

/// <summary>Models that are made of blocks, as learners.</summary>
[Collection(nameof(LivingTensors))]
public sealed class BlockTests : IDisposable
{
    private readonly TestSlot slot = new();

    public void Dispose() => slot.Dispose();

    [Fact]
    public async Task ResNet18_OneStep_MovesEveryParameter()
    {
        var learner = await LearnerOf<ResNet18>(("BatchSize", "8"), ("Batches", "1"));
        using var _ = (IDisposable)learner;
        var initial = learner.InitialWeights(Samples.Round(slot, round: 0));

        var proposed = learner.ProposeWeights(initial, Samples.Round(slot));

        Assert.Null(Definition<ResNet18>().Format.Problem(proposed.Bytes));
        Assert.True(double.IsFinite(learner.TestWeights(proposed, Samples.Round(slot)).Loss!.Value));
        var before = SafeTensors.Read(initial).ToDictionary(tensor => tensor.Name);
        Assert.Equal(122, before.Count);
        Assert.All(SafeTensors.Read(proposed), tensor => Assert.False(tensor.Data.Span.SequenceEqual(before[tensor.Name].Data.Span), tensor.Name));
    }

    [Fact]
    public async Task EveryBlock_Rounds_LearnAndLeaveNoTensorBehind()
    {
        var learner = await LearnerOf<EveryBlock>(("BatchSize", "16"), ("Epochs", "4"), ("LearningRate", "0.01"), ("Height", "10"), ("Width", "13"));
        using var _ = (IDisposable)learner;
        var weights = learner.InitialWeights(Samples.Round(slot, round: 0));
        var first = learner.TestWeights(weights, Samples.Round(slot));
        LivingTensors.CollectWhatStartUpLeft();
        var living = Tensor.TotalCount;
        for (var round = 1; round < 6; round++)
            weights = learner.ProposeWeights(weights, Samples.Round(slot, round: round));
        var last = learner.TestWeights(weights, Samples.Round(slot));

        Assert.Equal(living, Tensor.TotalCount);
        Assert.True(last.Loss < first.Loss / 2, $"The loss went from {first.Loss} to {last.Loss}.");
    }

    [Fact]
    public async Task EqualSeeds_GiveEqualInitialWeights_InsideBlocksToo()
    {
        var learner = await LearnerOf<EveryBlock>(("Height", "10"), ("Width", "13"));
        using var _ = (IDisposable)learner;

        Assert.Equal(learner.InitialWeights(Samples.Round(slot, round: 0)).Hash, learner.InitialWeights(Samples.Round(slot, round: 0)).Hash);
        var redrawn = SafeTensors.Read(learner.InitialWeights(Samples.Round(slot, round: 1))).ToDictionary(tensor => tensor.Name);
        var learned = SafeTensors.Read(learner.InitialWeights(Samples.Round(slot, round: 0)))
            .Where(tensor => tensor.Name.Contains("conv", StringComparison.Ordinal) || tensor.Name.Contains("fc", StringComparison.Ordinal));
        Assert.All(learned, tensor => Assert.False(tensor.Data.Span.SequenceEqual(redrawn[tensor.Name].Data.Span), tensor.Name));
    }

    [Fact]
    public void Residual_WithAProjection_AddsItToTheLayers()
    {
        using var scope = NewDisposeScope();
        using var residual = new Residual([("a", Linear(2, 3)), ("b", Tanh())], projection: [("c", Linear(2, 3, hasBias: false))]);
        var layers = residual.named_children().ToDictionary(child => child.name, child => (Module<Tensor, Tensor>)child.module);
        var input = rand(5, 2);

        var output = residual.call(input);

        Assert.True(output.allclose(layers["b"].call(layers["a"].call(input)).add(layers[Residual.Projection].call(input))));
        Assert.Equal(["a.bias", "a.weight", "projection.c.weight"], residual.state_dict().Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void OwnLayer_InAStack_IsCountedAndFingerprintedAtStart()
    {
        using var module = new EveryBlock();
        var definition = Definition<EveryBlock>();

        Assert.Equal(Fingerprint.Of(module), definition.Fingerprint);
        Assert.Equal(2, definition.Layers.Single(layer => layer.Kind == "Layer<Halves>").Parameters);
    }

    [Fact]
    public async Task OwnLayer_OfAnotherShapeThanDeclared_IsRefusedInOneSentence()
    {
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => LearnerOf<WrongShape>());

        Assert.Equal(
            "The model 'wrong-shape' of learner 'a' cannot be trained: Layer<Halves> 'layer1' gives (2, 32, 32) for an example, but is declared to give "
            + "(3, 32, 32); let the attribute name the shape that it gives.",
            exception.Message);
    }

    private static Task<ILearner> LearnerOf<TModel>(params (string Key, string Value)[] settings)
        where TModel : ILearnerModel
        => Definition<TModel>().LoadAsync(Samples.Learner(), Samples.Configuration(settings), default);

    private static LearnerDefinition Definition<TModel>()
        where TModel : ILearnerModel
        => TModel.Definition;
}
