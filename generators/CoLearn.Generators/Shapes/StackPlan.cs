namespace CoLearn.Generators.Shapes;

internal sealed record StackPlan(Shape Input, EquatableArray<LayerPlan> Layers, long Parameters)
{
    public LayerPlan Last => Layers[Layers.Count - 1];
}
