namespace CoLearn.Generators.Shapes.Layers;

internal sealed record LogSoftmaxRule() : LayerRule("LogSoftmax", "logsoftmax")
{
    public override Fit? Apply(LayerSite layer) =>
        layer.Input.Rank == 1 ? new Fit(layer.Input, $"{Torch}.LogSoftmax(dim: 1)") : layer.NeedsFlat();
}
