namespace CoLearn.Generators.Shapes;

// Without layers for a module of one's own.
internal sealed record StackPlan(Shape Input, EquatableArray<LayerPlan> Layers, long Parameters)
{
    public bool IsOwnModule => Layers.Count == 0;

    public LayerPlan? Last => Layers.LastOrDefault();
}
