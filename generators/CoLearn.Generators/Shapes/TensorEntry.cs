namespace CoLearn.Generators.Shapes;

// An entry of a state dict: a parameter, which is learned, or a buffer, which is not. Types are named as in safetensors.
internal sealed record TensorEntry(string Name, string Type, EquatableArray<long> Sizes, bool IsLearned)
{
    public long? Count => Shape.Of(Sizes);

    public static TensorEntry Parameter(string name, params long[] sizes) => new(name, "F32", sizes.ToEquatableArray(), IsLearned: true);

    public static TensorEntry Buffer(string name, params long[] sizes) => new(name, "F32", sizes.ToEquatableArray(), IsLearned: false);

    public static TensorEntry Counter(string name) => new(name, "I64", default, IsLearned: false);
}
