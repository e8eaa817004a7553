namespace CoLearn.Generators.Shapes.Layers;

// TorchSharp takes the sizes of the one as a tuple and of the other as an array.
internal sealed record AdaptivePool2dRule(string Attribute, char Open, char Close) : LayerRule(Attribute, "pool")
{
    public override Fit? Apply(LayerSite layer)
    {
        var square = layer.Attribute.Has("size");
        var height = layer.Size(square ? "size" : "height");
        var width = square ? height : layer.Size("width");
        if (layer.Input.Rank != 3)
            return layer.NeedsPicture();

        return new Fit(
            Shape.Make(layer.Input[0], height, width),
            $"{Torch}.{Attribute}({Open}{Literal.Of(height)}, {Literal.Of(width)}{Close})");
    }
}
