namespace CoLearn.Generators.Shapes.Layers;

internal sealed record Dropout2dRule() : LayerRule("Dropout2d", "dropout")
{
    public override string Type => "global::CoLearn.Training.SeededDropout";

    public override Fit? Apply(LayerSite layer)
    {
        var probability = layer.Number("probability", Range.UnitWithoutOne, 0.5);
        return Space.Plane.Holds(layer.Input)
            ? new Fit(layer.Input, $"new {Type}(probability: {Literal.Of(probability)}, wholeChannels: true)")
            : layer.NeedsPicture();
    }
}
