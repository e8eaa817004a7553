using CoLearn.Generators.Reading;

namespace CoLearn.Generators.Shapes;

// Where a stack of layers stands: the model itself, or a block inside it, whose mistakes are those of the model's attribute that uses it.
internal sealed record StackPlace(AttributeUse? At, string Path)
{
    public static readonly StackPlace Model = new(null, "");

    public bool IsBlock => Path.Length > 0;

    public StackPlace Inside(AttributeUse layer, string name) => new(At ?? layer, Path + name + ".");
}
