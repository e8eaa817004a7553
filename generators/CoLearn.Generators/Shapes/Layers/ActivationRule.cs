namespace CoLearn.Generators.Shapes.Layers;

// A function of each value by itself.
internal sealed record ActivationRule(string Attribute, string Field, params ActivationParameter[] Parameters) : LayerRule(Attribute, Field)
{
    private readonly string plain = $"{Torch}.{Attribute}()";

    public override Fit? Apply(LayerSite layer) => new(layer.Input, Parameters.Length == 0 ? plain : Create(layer));

    private string Create(LayerSite layer) =>
        $"{Torch}.{Attribute}({string.Join(", ", Parameters.Select(parameter => Argument(parameter, layer)))})";

    private static string Argument(ActivationParameter parameter, LayerSite layer) =>
        $"{parameter.Argument}: {Literal.Of(layer.Number(parameter.Property, parameter.Range, parameter.Otherwise))}";
}
