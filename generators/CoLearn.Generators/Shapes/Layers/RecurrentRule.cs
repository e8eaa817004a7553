namespace CoLearn.Generators.Shapes.Layers;

// LSTM and GRU. Gates is how many weights of the state's size stand below one another in each matrix.
internal sealed record RecurrentRule(string Attribute, string Field, int Gates) : LayerRule(Attribute, Field)
{
    private const int MostLayers = 64;

    private static readonly Range height = new($"a value from 1 to {Literal.Of(MostLayers)}", 1, value => value is >= 1 and <= MostLayers);

    // TorchSharp's own give tuples, which no other layer takes.
    public override string Type => "global::CoLearn.Training.LastState";

    public override Fit? Apply(LayerSite layer)
    {
        var hidden = layer.Size("hidden");
        var layers = layer.Int("Layers", height, 1);
        var isBidirectional = layer.Flag("Bidirectional", false);
        var hasBias = layer.Flag("Bias", true);
        if (layer.Input.Rank != 2)
            return layer.Misfit("an input of (length, features)", "put it behind [Embedding], or give [Input] two sizes");

        var features = layer.Input[1];
        var directions = isBidirectional ? 2 : 1;
        return new Fit(
            Shape.Make((long)directions * hidden),
            $"{Type}.Of{Attribute}(features: {Literal.Of(features)}, hidden: {Literal.Of(hidden)}, layers: {Literal.Of(layers)}, "
            + $"bidirectional: {Literal.Of(isBidirectional)}, bias: {Literal.Of(hasBias)})",
            [.. Enumerable.Range(0, layers).SelectMany(index => Enumerable.Range(0, directions).SelectMany(direction => Tensors(
                "_l" + Literal.Of(index) + (direction == 0 ? "" : "_reverse"),
                index == 0 ? features : (long)directions * hidden,
                hidden,
                hasBias)))]);
    }

    private IEnumerable<TensorEntry> Tensors(string suffix, long inputs, long hidden, bool hasBias)
    {
        var rows = Gates * hidden;
        yield return TensorEntry.Parameter("weight_ih" + suffix, rows, inputs);
        yield return TensorEntry.Parameter("weight_hh" + suffix, rows, hidden);
        if (!hasBias)
            yield break;
        yield return TensorEntry.Parameter("bias_ih" + suffix, rows);
        yield return TensorEntry.Parameter("bias_hh" + suffix, rows);
    }
}
