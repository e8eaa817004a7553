using CoLearn.Generators.Reading;

namespace CoLearn.Generators.Shapes.Layers;

internal sealed record RepeatRule() : LayerRule("Repeat", "repeat")
{
    public override string Type => "global::TorchSharp.Modules.Sequential";

    public override Fit? Apply(LayerSite layer)
    {
        var count = layer.Size("count");
        if (layer.Attribute["TBlock"] is not TypeUse block || layer.Faults.Count > 0)
            return null;

        var copies = new List<LayerPlan>();
        for (var number = 0; number < count; number++)
        {
            var name = Literal.Of(number);
            if (layer.Inside("TBlock", name, copies.LastOrDefault()?.Output) is not { } copy)
                return null;
            copies.Add(copy.AsLayer(name, block.Title));
        }

        return new Fit(copies[copies.Count - 1].Output, $"{Torch}.Sequential") { Inner = copies.ToEquatableArray() };
    }
}
