namespace CoLearn.Generators.Shapes;

// A layer that fits, with its name in the state dict. Inner are the layers of a block, which hold its tensors and are given to what Create names;
// IsOwn says that not all of its tensors are known.
internal sealed record LayerPlan(
    string Name,
    string Kind,
    string Type,
    string Create,
    Shape Output,
    EquatableArray<TensorEntry> Tensors,
    EquatableArray<LayerPlan> Inner,
    long Parameters,
    bool IsOwn);
