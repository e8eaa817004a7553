namespace CoLearn.Generators.Shapes;

// A layer that fits, with its name in the state dict.
internal sealed record LayerPlan(
    string Name, string Kind, string Type, string Create, Shape Output, EquatableArray<TensorEntry> Tensors, long Parameters);
