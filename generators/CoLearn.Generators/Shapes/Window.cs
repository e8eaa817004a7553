namespace CoLearn.Generators.Shapes;

// The arithmetic that convolution and pooling share: a square window that moves over a padded picture.
internal sealed record Window(int Kernel, int Stride, int Padding)
{
    public bool FitsInto(Shape picture) => Out(picture[1]) >= 1 && Out(picture[2]) >= 1;

    public Shape? Over(Shape picture, int channels) => Shape.Make(channels, Out(picture[1]), Out(picture[2]));

    public string Needs => Padding == 0
        ? $"a height and width of at least {Literal.Of(Kernel)}"
        : $"a height and width of at least {Literal.Of(Math.Max(1L, Kernel - (2L * Padding)))} before its padding";

    private long Out(int size)
    {
        var room = size + (2L * Padding) - Kernel;
        return room < 0 ? 0 : (room / Stride) + 1;
    }
}
