namespace CoLearn.Generators.Shapes.Layers;

// Softmax and its logarithm.
internal sealed record SoftmaxRule(string Attribute, string Field) : LayerRule(Attribute, Field)
{
    public override Fit? Apply(LayerSite layer) =>
        layer.Input.Rank == 1 ? new Fit(layer.Input, $"{Torch}.{Attribute}(dim: 1)") : layer.NeedsFlat();
}
