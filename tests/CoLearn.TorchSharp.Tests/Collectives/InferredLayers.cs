using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CoLearn.Collectives;

/// <summary>What a model's table of layers says against what torch computes.</summary>
internal static class InferredLayers
{
    /// <summary>Leads an input through the module's layers, also through those of blocks, and compares each output's shape and each count.</summary>
    public static void AreWhatTorchMakes(IReadOnlyList<LayerSummary> inferred, Module module, Tensor input)
    {
        var layers = module.named_children().ToDictionary(child => child.name, child => (Module<Tensor, Tensor>)child.module);
        Assert.Equal(layers.Keys.Order(StringComparer.Ordinal), inferred.Select(layer => layer.Name).Order(StringComparer.Ordinal));

        var running = input;
        foreach (var layer in inferred)
        {
            // A residual's projection starts from what its block starts from.
            var arriving = layer.Kind == "Projection" ? input : running;
            running = layers[layer.Name].call(arriving);
            Assert.Equal(layer.Output.Select(size => (long)size), running.shape.Skip(1));
            Assert.Equal(layer.Parameters, layers[layer.Name].parameters().Sum(parameter => parameter.numel()));
            if (layer.Layers.Count > 0)
                AreWhatTorchMakes(layer.Layers, layers[layer.Name], arriving);
        }
    }
}
