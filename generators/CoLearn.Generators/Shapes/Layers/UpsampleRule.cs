namespace CoLearn.Generators.Shapes.Layers;

internal sealed record UpsampleRule() : LayerRule("Upsample", "upsample")
{
    public override Fit? Apply(LayerSite layer)
    {
        var scale = layer.Size("scale");
        var input = layer.Input;
        if (input.Rank is < 2 or > 4)
            return layer.Misfit("an input of channels and one to three dimensions of space", "put it before [Flatten], or give [Input] two to four sizes");

        var factors = string.Join(", ", Enumerable.Repeat(Literal.Of(scale), input.Rank - 1));
        return new Fit(
            Shape.Make([input[0], .. input.Longs.Skip(1).Select(size => (long?)(size * scale))]),
            $"{Torch}.Upsample(scale_factor: [{factors}])");
    }
}
