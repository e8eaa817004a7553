using CoLearn.Training;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CoLearn.Collectives;

/// <summary>What the generator inferred against what torch computes.</summary>
public sealed class DeclaredModelTests
{
    [Fact]
    public void DeclaredModel_EveryLayer_HasTheInferredShapesAndCounts()
    {
        using var scope = NewDisposeScope();
        using var module = new EveryLayer();
        var inferred = Definition<EveryLayer>().Layers;
        var layers = module.named_children().ToDictionary(child => child.name, child => (Module<Tensor, Tensor>)child.module);

        var running = rand(3, 2, 20, 18);
        foreach (var layer in inferred)
        {
            running = layers[layer.Name].call(running);
            Assert.Equal(layer.Output.Select(size => (long)size), running.shape.Skip(1));
            Assert.Equal(layer.Parameters, layers[layer.Name].parameters().Sum(parameter => parameter.numel()));
        }

        Assert.Equal(18, inferred.Count);
        Assert.Equal(layers.Count, inferred.Count);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void DeclaredModel_Forward_GoesThroughTheLayersInOrder(bool training)
    {
        using var scope = NewDisposeScope();
        using var module = new EveryLayer();
        module.train(training);
        using var output = module.call(rand(3, 2, 20, 18));

        Assert.Equal([3, 5], output.shape);
        Assert.True(output.exp().sum(1).allclose(ones(3)));
    }

    [Fact]
    public void DeclaredModel_CompiledFingerprint_IsThatOfTheModule()
    {
        using var every = new EveryLayer();
        using var small = new SmallDigits();
        Assert.Equal(Fingerprint.Of(every), Definition<EveryLayer>().Fingerprint);
        Assert.Equal(Fingerprint.Of(small), Definition<SmallDigits>().Fingerprint);
    }

    [Fact]
    public void DeclaredModel_Parameters_BearTheNamesThatPyTorchUsersExpect()
    {
        using var module = new SmallDigits();
        Assert.Equal(
            ["bn1.bias", "bn1.num_batches_tracked", "bn1.running_mean", "bn1.running_var", "bn1.weight", "conv1.bias", "conv1.weight", "fc1.bias", "fc1.weight"],
            module.state_dict().Keys.Order(StringComparer.Ordinal));
    }

    private static LearnerDefinition Definition<TModel>()
        where TModel : ILearnerModel
        => TModel.Definition;
}
