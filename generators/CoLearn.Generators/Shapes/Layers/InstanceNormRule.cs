namespace CoLearn.Generators.Shapes.Layers;

internal sealed record InstanceNormRule(string Attribute, Space Space) : LayerRule(Attribute, "norm")
{
    public override Fit? Apply(LayerSite layer)
    {
        var epsilon = layer.Number("Epsilon", Range.Positive, 1e-5);
        var affine = layer.Flag("Affine", false);
        if (!Space.Holds(layer.Input))
            return layer.NeedsSpace(Space);
        // One point is its own mean, so that nothing would be left of it; torch refuses to train on it.
        if (layer.Input.Longs.Skip(1).All(size => size == 1))
            return layer.Misfit("more than one point in each channel", "pool less before it, or use [LayerNorm]");

        var channels = layer.Input[0];
        TensorEntry[] tensors = affine ? [TensorEntry.Parameter("weight", channels), TensorEntry.Parameter("bias", channels)] : [];
        return new Fit(
            layer.Input,
            $"{Torch}.{Attribute}({Literal.Of(channels)}, eps: {Literal.Of(epsilon)}, affine: {Literal.Of(affine)})",
            tensors);
    }
}
