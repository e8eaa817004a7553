namespace CoLearn.Generators.Shapes.Layers;

internal sealed record PoolRule(string Attribute, Space Space) : LayerRule(Attribute, "pool")
{
    public override Fit? Apply(LayerSite layer)
    {
        var kernel = layer.Size("kernel");
        var stride = layer.Int("Stride", Range.AtLeastZero);
        var padding = layer.Int("Padding", Range.AtLeastZero);
        var window = new Window(kernel, stride == 0 ? kernel : stride, padding);
        if (padding > kernel / 2)
            layer.Refuse("Padding", Literal.Of(padding), $"a value of at most {Literal.Of(kernel / 2)}, half the kernel");
        if (!Space.Holds(layer.Input))
            return layer.NeedsSpace(Space);
        if (!window.FitsInto(layer.Input))
            return layer.Misfit(window.Needs(Space), "make its kernel smaller, or pool less before it");

        return new Fit(
            window.Over(layer.Input, layer.Input[0]),
            $"{Torch}.{Attribute}(kernel_size: {Literal.Of(kernel)}, stride: {Literal.Of(window.Stride)}, padding: {Literal.Of(padding)})");
    }
}
