namespace CoLearn.Generators.Shapes.Layers;

internal sealed record UnflattenRule() : LayerRule("Unflatten", "unflatten")
{
    public override Fit? Apply(LayerSite layer)
    {
        var shape = new Shape(layer.Attribute["shape"] is EquatableArray<int> given ? given : default);
        if (shape.Rank == 0 || shape.Longs.Any(size => size < 1))
        {
            layer.Refuse("shape", shape.ToString(), "one or more sizes of at least 1");
            return null;
        }

        if (layer.Input.Rank != 1)
            return layer.NeedsFlat();
        if (shape.Count is not { } count)
            return null;
        return count == layer.Input[0]
            ? new Fit(shape, $"{Torch}.Unflatten(1, [{string.Join(", ", shape.Longs.Select(Literal.Of))}])")
            : layer.Misfit($"an input of {Literal.Of(count)} values for {shape}", "choose sizes whose product is the input's");
    }
}
