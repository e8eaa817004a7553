namespace CoLearn.Generators.Shapes;

// The arithmetic that convolution and pooling share: a window, alike in every direction, that moves over a padded space.
internal sealed record Window(int Kernel, int Stride, int Padding, int Dilation = 1)
{
    private long Reach => (Dilation * (Kernel - 1L)) + 1;

    public bool FitsInto(Shape shape) => shape.Longs.Skip(1).All(size => Out(size) >= 1);

    public Shape? Over(Shape shape, int channels) => Shape.Make([channels, .. shape.Longs.Skip(1).Select(size => (long?)Out(size))]);

    public string Needs(Space space) => Padding == 0
        ? $"a {space.Sizes} of at least {Literal.Of(Reach)}"
        : $"a {space.Sizes} of at least {Literal.Of(Math.Max(1L, Reach - (2L * Padding)))} before its padding";

    private long Out(long size)
    {
        var room = size + (2L * Padding) - Reach;
        return room < 0 ? 0 : (room / Stride) + 1;
    }
}
