using CoLearn.Generators.Reading;
using Microsoft.CodeAnalysis;

namespace CoLearn.Generators.Shapes;

// A layer where it stands: its arguments and what arrives. A rule that cannot go on says what the layer needs, and returns null.
internal sealed class LayerSite(AttributeUse attribute, string name, Shape input, StackPlace place, StackWalk walk, bool isFirst) : Given(attribute)
{
    public Shape Input => input;

    // Whether the model's own input arrives.
    public bool IsFirst => isFirst;

    public string? Needs { get; private set; }

    public string? WayOut { get; private set; }

    // Whether what is wrong with it has been said.
    public bool IsReported { get; private set; }

    public int Size(string argument, int otherwise = 0) => Int(argument, Range.AtLeastOne, otherwise);

    public Fit? Misfit(string needs, string wayOut)
    {
        (Needs, WayOut) = (needs, wayOut);
        return null;
    }

    public Fit? Report(DiagnosticDescriptor rule, params string[] arguments)
    {
        walk.Report(rule, Place(), arguments);
        IsReported = true;
        return null;
    }

    // A block on what arrives, or on another shape; under a name of its own where the layer uses it more than once.
    public StackPlan? Inside(string argument, string? use = null, Shape? shape = null)
    {
        var stack = Attribute[argument] is TypeUse block ? walk.Through(block, Attribute, shape ?? Input, Place(use)) : null;
        IsReported |= stack is null;
        return stack;
    }

    // Layers that the attribute stands for.
    public StackPlan? Through(IReadOnlyList<AttributeUse> layers, string use)
    {
        var stack = walk.Through(layers, Input, Place(use));
        IsReported |= stack is null;
        return stack;
    }

    public Fit? NeedsFlat() => Misfit("a flat input", "put [Flatten] before it");

    public Fit? NeedsPicture() => NeedsSpace(Space.Plane);

    public Fit? NeedsSpace(Space space) =>
        Misfit($"an input of {space.Shape}", $"put it before [Flatten], or give [Input] {space.Inputs}");

    private StackPlace Place(string? use = null)
    {
        var own = place.Inside(Attribute, name);
        return use is null ? own : own.Inside(Attribute, use);
    }
}
