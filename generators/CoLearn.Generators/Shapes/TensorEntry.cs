namespace CoLearn.Generators.Shapes;

// An entry of a state dict: a parameter, which is learned, or a buffer, which is not. Types are named as in safetensors.
internal sealed record TensorEntry(string Name, string Type, EquatableArray<long> Sizes, bool IsLearned)
{
    // How many values there are, or null where a long cannot hold it.
    public long? Count
    {
        get
        {
            long? product = 1;
            foreach (var size in Sizes)
                product = Shape.Times(product, size);
            return product;
        }
    }

    public static TensorEntry Parameter(string name, params long[] sizes) => new(name, "F32", new(sizes), IsLearned: true);

    public static TensorEntry Buffer(string name, params long[] sizes) => new(name, "F32", new(sizes), IsLearned: false);

    public static TensorEntry Counter(string name) => new(name, "I64", default, IsLearned: false);
}
