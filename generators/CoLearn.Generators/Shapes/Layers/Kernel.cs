namespace CoLearn.Generators.Shapes.Layers;

// What the attributes of all convolutions say.
internal sealed record Kernel(int Filters, int Size, int Stride, int Padding, int Dilation, int Groups, bool Bias)
{
    public static Kernel Of(LayerSite layer) => new(
        layer.Size("filters"),
        layer.Size("kernel"),
        layer.Size("Stride", 1),
        layer.Int("Padding", Range.AtLeastZero),
        layer.Size("Dilation", 1),
        layer.Size("Groups", 1),
        layer.Flag("Bias", true));

    public IEnumerable<long> Sizes(Space space) => Enumerable.Repeat((long)Size, space.Dimensions);

    public bool GroupsFit(LayerSite layer)
    {
        var channels = layer.Input[0];
        if (channels % Groups == 0 && Filters % Groups == 0)
            return true;
        layer.Refuse(
            "Groups",
            Literal.Of(Groups),
            $"a divisor of both the {Literal.Of(channels)} channels that arrive and the {Literal.Of(Filters)} filters");
        return false;
    }

    // 0 would be a Padding as much as a long; 0L is a long before all.
    public string Arguments(int channels) =>
        $"in_channels: {Literal.Of(channels)}, out_channels: {Literal.Of(Filters)}, "
        + $"kernel_size: {Literal.Of(Size)}, stride: {Literal.Of(Stride)}, padding: {Literal.Of(Padding)}L, "
        + (Dilation == 1 ? "" : $"dilation: {Literal.Of(Dilation)}, ")
        + (Groups == 1 ? "" : $"groups: {Literal.Of(Groups)}, ")
        + $"bias: {Literal.Of(Bias)}";
}
