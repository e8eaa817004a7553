using CoLearn.Training;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CoLearn.Collectives;

/// <summary>What the generator inferred against what torch computes.</summary>
public sealed class DeclaredModelTests
{
    [Fact]
    public void DeclaredModel_EveryLayer_HasTheInferredShapesAndCounts() => Fits<EveryLayer>(18, 2, 20, 18);

    [Fact]
    public void DeclaredModel_EveryPlaneLayer_HasTheInferredShapesAndCounts() => Fits<EveryPlaneLayer>(32, 4, 9, 8);

    [Fact]
    public void DeclaredModel_EveryLineLayer_HasTheInferredShapesAndCounts() => Fits<EveryLineLayer>(13, 60);

    [Fact]
    public void DeclaredModel_EveryVolumeLayer_HasTheInferredShapesAndCounts() => Fits<EveryVolumeLayer>(6, 2, 6, 7, 8);

    [Fact]
    public void DeclaredModel_EveryBlock_HasTheInferredShapesAndCounts() => Fits<EveryBlock>(8, 3, 10, 13);

    [Fact]
    public void DeclaredModel_ResNet18_HasTheInferredShapesAndTheReferencesCount()
    {
        Fits<ResNet18>(22, 3, 32, 32);
        using var module = new ResNet18();
        Assert.Equal(11_173_962, module.parameters().Sum(parameter => parameter.numel()));
        Assert.Equal(11_173_962, Definition<ResNet18>().Layers.Sum(layer => layer.Parameters));
    }

    [Fact]
    public void DeclaredModel_EveryTokenLayer_HasTheInferredShapesAndCounts() => Fits<EveryTokenLayer>(9, zeros([3, 12], ScalarType.Int64));

    // Else a layer could be added that torch makes something else of.
    [Fact]
    public void DeclaredModels_OfTheTests_CoverEveryLayer() => Assert.Equal(
        typeof(LayerAttribute).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(LayerAttribute)))
            .Select(type => type.Name.Split('`')[0][..^"Attribute".Length])
            .Order(StringComparer.Ordinal),
        new[]
            {
                Definition<EveryLayer>(), Definition<EveryPlaneLayer>(), Definition<EveryLineLayer>(), Definition<EveryVolumeLayer>(),
                Definition<EveryTokenLayer>(), Definition<EveryBlock>(),
            }
            .SelectMany(definition => definition.Layers.Select(layer => layer.Kind.Split('<')[0]))
            .Distinct()
            .Order(StringComparer.Ordinal));

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
        using var plane = new EveryPlaneLayer();
        using var line = new EveryLineLayer();
        using var volume = new EveryVolumeLayer();
        using var token = new EveryTokenLayer();
        Assert.Equal(Fingerprint.Of(every), Definition<EveryLayer>().Fingerprint);
        Assert.Equal(Fingerprint.Of(plane), Definition<EveryPlaneLayer>().Fingerprint);
        Assert.Equal(Fingerprint.Of(line), Definition<EveryLineLayer>().Fingerprint);
        Assert.Equal(Fingerprint.Of(volume), Definition<EveryVolumeLayer>().Fingerprint);
        Assert.Equal(Fingerprint.Of(token), Definition<EveryTokenLayer>().Fingerprint);
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

    private static void Fits<TModel>(int count, params long[] input)
        where TModel : Module<Tensor, Tensor>, ILearnerModel, new()
        => Fits<TModel>(count, rand([3, .. input]));

    private static void Fits<TModel>(int count, Tensor input)
        where TModel : Module<Tensor, Tensor>, ILearnerModel, new()
    {
        using var scope = NewDisposeScope();
        using var module = new TModel();
        var inferred = Definition<TModel>().Layers;
        InferredLayers.AreWhatTorchMakes(inferred, module, input);

        Assert.Equal(count, inferred.Count);
    }

    private static LearnerDefinition Definition<TModel>()
        where TModel : ILearnerModel
        => TModel.Definition;
}
