namespace CoLearn.Generators.Shapes;

// The kinds of space that layers move through, and what their dimensions are called.
internal sealed record Space(int Dimensions, string Names, string Sizes, string Inputs)
{
    public static readonly Space Line = new(1, "length", "length", "two sizes");
    public static readonly Space Plane = new(2, "height, width", "height and width", "three sizes");
    public static readonly Space Volume = new(3, "depth, height, width", "depth, height and width", "four sizes");

    public bool Holds(Shape shape) => shape.Rank == Dimensions + 1;

    public string Shape => $"(channels, {Names})";
}
