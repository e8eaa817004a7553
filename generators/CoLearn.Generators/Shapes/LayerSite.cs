using CoLearn.Generators.Reading;

namespace CoLearn.Generators.Shapes;

// A layer where it stands: its arguments and what arrives. A rule that cannot go on says what the layer needs, and returns null.
internal sealed class LayerSite(AttributeUse attribute, Shape input, bool isFirst = false) : Given(attribute)
{
    public Shape Input => input;

    // Whether the model's own input arrives.
    public bool IsFirst => isFirst;

    public string? Needs { get; private set; }

    public string? WayOut { get; private set; }

    public int Size(string argument, int otherwise = 0) => Int(argument, Range.AtLeastOne, otherwise);

    public Fit? Misfit(string needs, string wayOut)
    {
        (Needs, WayOut) = (needs, wayOut);
        return null;
    }

    // No fit and no misfit: sizes grew past what can be counted.
    public Fit? Grown(Shape? output, Func<Shape, Fit> fit) => output is null ? null : fit(output);

    public Fit? NeedsFlat() => Misfit("a flat input", "put [Flatten] before it");

    public Fit? NeedsPicture() => NeedsSpace(Space.Plane);

    public Fit? NeedsSpace(Space space) =>
        Misfit($"an input of {space.Shape}", $"put it before [Flatten], or give [Input] {space.Inputs}");
}
