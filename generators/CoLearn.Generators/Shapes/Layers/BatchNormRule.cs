namespace CoLearn.Generators.Shapes.Layers;

internal sealed record BatchNormRule(string Attribute, string Dimensions, int Lowest, int Highest) : LayerRule(Attribute, "bn")
{
    public override Fit? Apply(LayerSite layer)
    {
        var epsilon = layer.Number("Epsilon", Range.Positive, 1e-5);
        var momentum = layer.Number("Momentum", Range.Unit, 0.1);
        var input = layer.Input;
        if (input.Rank < Lowest || input.Rank > Highest)
            return layer.Misfit($"an input of ({Dimensions})", WayOut(input.Rank));

        var features = input[0];
        return new Fit(
            input,
            $"{Torch}.{Attribute}({Literal.Of(features)}, eps: {Literal.Of(epsilon)}, momentum: {Literal.Of(momentum)})",
            TensorEntry.Parameter("weight", features),
            TensorEntry.Parameter("bias", features),
            TensorEntry.Buffer("running_mean", features),
            TensorEntry.Buffer("running_var", features),
            TensorEntry.Counter("num_batches_tracked"));
    }

    private static string WayOut(int rank) => rank switch
    {
        1 or 2 => "use [BatchNorm1d]",
        3 => "use [BatchNorm2d]",
        4 => "use [BatchNorm3d]",
        _ => "put [Flatten] before it and use [BatchNorm1d]",
    };
}
