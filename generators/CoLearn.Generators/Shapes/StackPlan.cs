namespace CoLearn.Generators.Shapes;

internal sealed record StackPlan(Shape Input, EquatableArray<LayerPlan> Layers, long Parameters)
{
    public LayerPlan Last => Layers[Layers.Count - 1];

    // How many tokens the input may hold; 0 where it holds numbers.
    public long Tokens => Layers[0] is { Kind: "Embedding" } embedding ? embedding.Tensors[0].Sizes[0] : 0;
}
