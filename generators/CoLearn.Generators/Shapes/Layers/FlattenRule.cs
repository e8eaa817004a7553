namespace CoLearn.Generators.Shapes.Layers;

internal sealed record FlattenRule() : LayerRule("Flatten", "flatten")
{
    public override Fit? Apply(LayerSite layer) =>
        new(Shape.Make(layer.Input.Count), $"{Torch}.Flatten(start_dim: 1)");
}
