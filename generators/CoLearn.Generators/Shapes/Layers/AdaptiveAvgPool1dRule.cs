namespace CoLearn.Generators.Shapes.Layers;

internal sealed record AdaptiveAvgPool1dRule() : LayerRule("AdaptiveAvgPool1d", "pool")
{
    public override Fit? Apply(LayerSite layer)
    {
        var length = layer.Size("length");
        return Space.Line.Holds(layer.Input)
            ? new Fit(Shape.Make(layer.Input[0], length), $"{Torch}.AdaptiveAvgPool1d({Literal.Of(length)})")
            : layer.NeedsSpace(Space.Line);
    }
}
