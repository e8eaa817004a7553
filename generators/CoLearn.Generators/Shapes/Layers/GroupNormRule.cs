namespace CoLearn.Generators.Shapes.Layers;

internal sealed record GroupNormRule() : LayerRule("GroupNorm", "gn")
{
    public override Fit? Apply(LayerSite layer)
    {
        var groups = layer.Size("groups");
        var epsilon = layer.Number("Epsilon", Range.Positive, 1e-5);
        var channels = layer.Input[0];
        // PyTorch takes flat examples too; TorchSharp does not.
        if (layer.Input.Rank == 1)
            return layer.Misfit("an input of channels and space", "put it before [Flatten], or use [LayerNorm]");
        if (channels % groups != 0)
            layer.Refuse("groups", Literal.Of(groups), $"a divisor of the {Literal.Of(channels)} channels that arrive");
        return new Fit(
            layer.Input,
            $"{Torch}.GroupNorm(num_groups: {Literal.Of(groups)}, num_channels: {Literal.Of(channels)}, eps: {Literal.Of(epsilon)})",
            TensorEntry.Parameter("weight", channels),
            TensorEntry.Parameter("bias", channels));
    }
}
