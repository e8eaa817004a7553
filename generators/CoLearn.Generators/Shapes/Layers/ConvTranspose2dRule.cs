namespace CoLearn.Generators.Shapes.Layers;

internal sealed record ConvTranspose2dRule() : LayerRule("ConvTranspose2d", "deconv")
{
    public override Fit? Apply(LayerSite layer)
    {
        var kernel = Kernel.Of(layer);
        var added = layer.Int("OutputPadding", Range.AtLeastZero);
        var greatest = Math.Max(kernel.Stride, kernel.Dilation);
        if (added >= greatest)
            layer.Refuse("OutputPadding", Literal.Of(added), $"a value less than {Literal.Of(greatest)}, the larger of Stride and Dilation");
        if (!Space.Plane.Holds(layer.Input))
            return layer.NeedsPicture();
        if (layer.Input.Longs.Skip(1).Any(size => Out(size, kernel, added) < 1))
            return layer.Misfit("a height and width that its Padding does not cut off whole", "make its Padding smaller or its kernel larger");
        if (!kernel.GroupsFit(layer))
            return null;

        var (channels, height, width) = (layer.Input[0], Out(layer.Input[1], kernel, added), Out(layer.Input[2], kernel, added));
        var weight = kernel.Weight(Space.Plane, channels, kernel.Filters / kernel.Groups);
        return new Fit(
            Shape.Make(kernel.Filters, height, width),
            kernel.Create(Torch + ".ConvTranspose2d", channels, added == 0 ? "" : $", output_padding: {Literal.Of(added)}"),
            kernel.Bias ? [weight, TensorEntry.Parameter("bias", kernel.Filters)] : [weight]);
    }

    private static long Out(long size, Kernel kernel, int added) =>
        ((size - 1) * kernel.Stride) - (2L * kernel.Padding) + (kernel.Dilation * (kernel.Size - 1L)) + added + 1;
}
