namespace CoLearn.Generators.Shapes;

// What a layer is once its input is known: the shape that leaves it, or null where sizes grew past what can be counted, the C# that makes it,
// and what it holds.
internal sealed record Fit(Shape? Output, string Create, EquatableArray<TensorEntry> Tensors)
{
    public Fit(Shape? output, string create, params TensorEntry[] tensors)
        : this(output, create, new EquatableArray<TensorEntry>(tensors))
    {
    }

    // Its type, where the rule's does not say.
    public string? Type { get; init; }

    // The layers of a block, which hold its tensors.
    public EquatableArray<LayerPlan> Inner { get; init; }

    // Whether it is, or holds, a module of the user's own, whose tensors are known at run time only.
    public bool IsOwn { get; init; }
}
