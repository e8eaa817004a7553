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

    // The weight between so many channels on the one side and the other.
    public TensorEntry Weight(Space space, long rows, long columns)
    {
        var sizes = new long[2 + space.Dimensions];
        (sizes[0], sizes[1]) = (rows, columns);
        for (var dimension = 2; dimension < sizes.Length; dimension++)
            sizes[dimension] = Size;
        return TensorEntry.Parameter("weight", sizes);
    }

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
    public string Create(string factory, int channels, string more = "") =>
        $"{factory}(in_channels: {Literal.Of(channels)}, out_channels: {Literal.Of(Filters)}, "
        + $"kernel_size: {Literal.Of(Size)}, stride: {Literal.Of(Stride)}, padding: {Literal.Of(Padding)}L, "
        + (Dilation == 1 ? "" : $"dilation: {Literal.Of(Dilation)}, ")
        + (Groups == 1 ? "" : $"groups: {Literal.Of(Groups)}, ")
        + $"bias: {Literal.Of(Bias)}{more})";
}
