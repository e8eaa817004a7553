namespace CoLearn.Generators.Shapes.Layers;

internal sealed record LayerNormRule() : LayerRule("LayerNorm", "ln")
{
    public override Fit? Apply(LayerSite layer)
    {
        var epsilon = layer.Number("Epsilon", Range.Positive, 1e-5);
        var input = layer.Input;
        var sizes = input.Longs.ToArray();
        return new Fit(
            input,
            $"{Torch}.LayerNorm([{string.Join(", ", sizes.Select(Literal.Of))}], eps: {Literal.Of(epsilon)})",
            TensorEntry.Parameter("weight", sizes),
            TensorEntry.Parameter("bias", sizes));
    }
}
