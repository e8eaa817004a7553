namespace CoLearn;

/// <summary>
/// A learned vector for each token: <c>(length)</c> tokens to <c>(length, dim)</c>. It is a model's first layer, whose features are then int64, each
/// from 0 to <paramref name="numEmbeddings"/> − 1. The vectors begin as draws from the standard normal distribution.
/// </summary>
/// <param name="numEmbeddings">How many tokens there are, at least 1.</param>
/// <param name="dim">The length of each vector, at least 1.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class EmbeddingAttribute(int numEmbeddings, int dim) : LayerAttribute
{
    /// <summary>How many tokens there are, at least 1.</summary>
    public int NumEmbeddings { get; } = numEmbeddings;

    /// <summary>The length of each vector, at least 1.</summary>
    public int Dim { get; } = dim;

    /// <summary>The token that fills short examples up, whose vector begins as zeros and is not learned.</summary>
    /// <value>−1 by default, for none.</value>
    public int PaddingIndex { get; set; } = -1;
}
