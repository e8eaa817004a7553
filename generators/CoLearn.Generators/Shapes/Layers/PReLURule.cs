namespace CoLearn.Generators.Shapes.Layers;

internal sealed record PReLURule() : LayerRule("PReLU", "prelu")
{
    public override Fit? Apply(LayerSite layer)
    {
        var slopes = layer.Flag("PerChannel", false) ? layer.Input[0] : 1;
        return new Fit(layer.Input, $"{Torch}.PReLU(num_parameters: {Literal.Of(slopes)})", TensorEntry.Parameter("weight", slopes));
    }
}
