namespace CoLearn.Generators.Shapes.Layers;

internal sealed record ConvRule(string Attribute, Space Space) : LayerRule(Attribute, "conv")
{
    private readonly string factory = $"{Torch}.{Attribute}";

    public override Fit? Apply(LayerSite layer)
    {
        var kernel = Kernel.Of(layer);
        var window = new Window(kernel.Size, kernel.Stride, kernel.Padding, kernel.Dilation);
        if (!Space.Holds(layer.Input))
            return layer.NeedsSpace(Space);
        if (!window.FitsInto(layer.Input))
            return layer.Misfit(window.Needs(Space), "make its kernel smaller or its Padding larger");
        if (!kernel.GroupsFit(layer))
            return null;

        var channels = layer.Input[0];
        var weight = kernel.Weight(Space, kernel.Filters, channels / kernel.Groups);
        return new Fit(
            window.Over(layer.Input, kernel.Filters),
            kernel.Create(factory, channels),
            kernel.Bias ? [weight, TensorEntry.Parameter("bias", kernel.Filters)] : [weight]);
    }
}
