namespace CoLearn.Generators.Shapes;

// The arithmetic that convolution and pooling share: a window, alike in every direction, that moves over a padded space.
internal sealed record Window(int Kernel, int Stride, int Padding, int Dilation = 1)
{
    private long Reach => (Dilation * (Kernel - 1L)) + 1;

    public bool FitsInto(Shape shape)
    {
        for (var dimension = 1; dimension < shape.Rank; dimension++)
        {
            if (Out(shape[dimension]) < 1)
                return false;
        }

        return true;
    }

    public Shape? Over(Shape shape, int channels)
    {
        var sizes = new long?[shape.Rank];
        sizes[0] = channels;
        for (var dimension = 1; dimension < sizes.Length; dimension++)
            sizes[dimension] = Out(shape[dimension]);
        return Shape.Make(sizes);
    }

    public string Needs(Space space) => Padding == 0
        ? $"a {space.Sizes} of at least {Literal.Of(Reach)}"
        : $"a {space.Sizes} of at least {Literal.Of(Math.Max(1L, Reach - (2L * Padding)))} before its padding";

    private long Out(long size)
    {
        var room = size + (2L * Padding) - Reach;
        return room < 0 ? 0 : (room / Stride) + 1;
    }
}
