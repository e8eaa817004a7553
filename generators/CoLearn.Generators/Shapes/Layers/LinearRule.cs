namespace CoLearn.Generators.Shapes.Layers;

internal sealed record LinearRule() : LayerRule("Linear", "fc")
{
    public override Fit? Apply(LayerSite layer)
    {
        var outputs = layer.Size("outFeatures");
        var bias = layer.Flag("Bias", true);
        // PyTorch applies Linear to the last dimension of any shape; on a picture that is nearly always a forgotten Flatten.
        if (layer.Input.Rank != 1)
            return layer.NeedsFlat();

        var inputs = layer.Input[0];
        var weight = TensorEntry.Parameter("weight", outputs, inputs);
        return new Fit(
            Shape.Make(outputs),
            $"{Torch}.Linear(inputSize: {Literal.Of(inputs)}, outputSize: {Literal.Of(outputs)}, hasBias: {Literal.Of(bias)})",
            bias ? [weight, TensorEntry.Parameter("bias", outputs)] : [weight]);
    }
}
