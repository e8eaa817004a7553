using CoLearn.Generators.Diagnostics;
using CoLearn.Generators.Reading;

namespace CoLearn.Generators.Shapes.Layers;

// A module of the user's own. What it holds is known when it is made.
internal sealed record OwnLayerRule() : LayerRule("Layer", "layer")
{
    public override Fit? Apply(LayerSite layer)
    {
        var output = new Shape(layer.Attribute["output"] is EquatableArray<int> given ? given : default);
        if (output.Longs.Any(size => size < 1))
            layer.Refuse("output", output.ToString(), "sizes of at least 1, or none where the shape stays as it is");
        if (layer.Attribute["TModule"] is not TypeUse module || layer.Faults.Count > 0)
            return null;
        if (!module.MapsTensors || !module.CanBeMade)
            return layer.Report(Mistakes.OwnLayerDoesNotFit, layer.Attribute.Name, module.Title);
        return new Fit(output.Rank == 0 ? layer.Input : output, $"new {module.Name}()") { Type = module.Name, IsOwn = true };
    }
}
