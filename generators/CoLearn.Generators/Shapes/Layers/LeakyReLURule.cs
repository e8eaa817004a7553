namespace CoLearn.Generators.Shapes.Layers;

internal sealed record LeakyReLURule() : LayerRule("LeakyReLU", "leakyrelu")
{
    public override Fit? Apply(LayerSite layer)
    {
        var slope = layer.Number("NegativeSlope", Range.Finite, 0.01);
        return new Fit(layer.Input, $"{Torch}.LeakyReLU(negative_slope: {Literal.Of(slope)})");
    }
}
