namespace CoLearn.Generators.Shapes.Layers;

internal sealed record EmbeddingRule() : LayerRule("Embedding", "embedding")
{
    private const int None = -1;

    public override Fit? Apply(LayerSite layer)
    {
        var tokens = layer.Size("numEmbeddings");
        var dim = layer.Size("dim");
        var padding = layer.Int("PaddingIndex", new Range($"-1 for none, or a value from 0 to {Literal.Of(tokens - 1)}", None, index => index >= None && index < tokens), None);
        if (!layer.IsFirst)
            return layer.Misfit("tokens, which only the model's own input holds", "make it the first layer");
        if (layer.Input.Rank != 1)
            return layer.Misfit("an input of (length) tokens", "give [Input] one size");

        return new Fit(
            Shape.Make(layer.Input[0], dim),
            $"{Torch}.Embedding(num_embeddings: {Literal.Of(tokens)}, embedding_dims: {Literal.Of(dim)}"
            + (padding == None ? ")" : $", padding_idx: {Literal.Of(padding)})"),
            TensorEntry.Parameter("weight", tokens, dim));
    }
}
