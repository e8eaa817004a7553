namespace CoLearn.Generators.Shapes.Layers;

internal sealed record ZeroPad2dRule() : LayerRule("ZeroPad2d", "pad")
{
    public override Fit? Apply(LayerSite layer)
    {
        var padding = layer.Int("padding", Range.AtLeastZero);
        var input = layer.Input;
        return Space.Plane.Holds(input)
            ? new Fit(
                Shape.Make(input[0], input[1] + (2L * padding), input[2] + (2L * padding)),
                $"{Torch}.ZeroPad2d({Literal.Of(padding)})")
            : layer.NeedsPicture();
    }
}
