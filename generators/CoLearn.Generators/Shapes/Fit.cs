namespace CoLearn.Generators.Shapes;

// What a layer is once its input is known: the shape that leaves it, the factory call of TorchSharp that makes it, and what it holds.
internal sealed record Fit(Shape Output, string Create, EquatableArray<TensorEntry> Tensors)
{
    public Fit(Shape output, string create, params TensorEntry[] tensors)
        : this(output, create, tensors.ToEquatableArray())
    {
    }
}
