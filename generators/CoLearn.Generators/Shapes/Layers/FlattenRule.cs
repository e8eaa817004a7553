namespace CoLearn.Generators.Shapes.Layers;

internal sealed record FlattenRule() : LayerRule("Flatten", "flatten")
{
    public override Fit? Apply(LayerSite layer) =>
        layer.Grown(Shape.Make(layer.Input.Count), output => new Fit(output, $"{Torch}.Flatten(start_dim: 1)"));
}
