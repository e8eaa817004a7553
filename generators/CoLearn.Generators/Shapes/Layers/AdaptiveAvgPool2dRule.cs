namespace CoLearn.Generators.Shapes.Layers;

internal sealed record AdaptiveAvgPool2dRule() : LayerRule("AdaptiveAvgPool2d", "pool")
{
    public override Fit? Apply(LayerSite layer)
    {
        var square = layer.Attribute.Has("size");
        var height = layer.Size(square ? "size" : "height");
        var width = square ? height : layer.Size("width");
        if (layer.Input.Rank != 3)
            return layer.NeedsPicture();

        return layer.Grown(Shape.Make(layer.Input[0], height, width), output => new Fit(
            output,
            $"{Torch}.AdaptiveAvgPool2d(({Literal.Of(height)}, {Literal.Of(width)}))"));
    }
}
