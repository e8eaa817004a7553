namespace CoLearn.Generators.Shapes.Layers;

// A function of each value by itself.
internal sealed record ActivationRule(string Attribute, string Field, params ActivationParameter[] Parameters) : LayerRule(Attribute, Field)
{
    public override Fit? Apply(LayerSite layer)
    {
        var arguments = Parameters.Select(parameter =>
            $"{parameter.Argument}: {Literal.Of(layer.Number(parameter.Property, parameter.Range, parameter.Otherwise))}");
        return new(layer.Input, $"{Torch}.{Attribute}({string.Join(", ", arguments)})");
    }
}
