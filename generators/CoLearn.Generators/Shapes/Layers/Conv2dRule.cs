namespace CoLearn.Generators.Shapes.Layers;

internal sealed record Conv2dRule() : LayerRule("Conv2d", "conv")
{
    public override Fit? Apply(LayerSite layer)
    {
        var filters = layer.Size("filters");
        var window = new Window(layer.Size("kernel"), layer.Size("Stride", 1), layer.Int("Padding", Range.AtLeastZero));
        var bias = layer.Flag("Bias", true);
        if (layer.Input.Rank != 3)
            return layer.NeedsPicture();
        if (!window.FitsInto(layer.Input))
            return layer.Misfit(window.Needs, "make its kernel smaller or its Padding larger");

        var channels = layer.Input[0];
        // 0 would be a Padding as much as a long; 0L is a long before all.
        return layer.Grown(window.Over(layer.Input, filters), output => new Fit(
            output,
            $"{Torch}.Conv2d(in_channels: {Literal.Of(channels)}, out_channels: {Literal.Of(filters)}, "
            + $"kernel_size: {Literal.Of(window.Kernel)}, stride: {Literal.Of(window.Stride)}, "
            + $"padding: {Literal.Of(window.Padding)}L, bias: {Literal.Of(bias)})",
            Tensors(filters, channels, window.Kernel, bias)));
    }

    private static TensorEntry[] Tensors(int filters, int channels, int kernel, bool bias)
    {
        var weight = TensorEntry.Parameter("weight", filters, channels, kernel, kernel);
        return bias ? [weight, TensorEntry.Parameter("bias", filters)] : [weight];
    }
}
