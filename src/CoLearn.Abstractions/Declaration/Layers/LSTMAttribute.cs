namespace CoLearn;

/// <summary>
/// A sequence through long short-term memory, read to its end: <c>(length, features)</c> to <c>(hidden)</c>, the last layer's state behind the last
/// element. S. Hochreiter, J. Schmidhuber, "Long Short-Term Memory", 1997, with the forget gate of F. A. Gers et al., 2000.
/// </summary>
/// <param name="hidden">The size of the state, at least 1. The number of features is inferred.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class LSTMAttribute(int hidden) : LayerAttribute
{
    /// <summary>The size of the state, at least 1.</summary>
    public int Hidden { get; } = hidden;

    /// <summary>How many such layers stand on one another, each reading the states of the one below; 1 to 64.</summary>
    /// <value>1 by default.</value>
    public int Layers { get; set; } = 1;

    /// <summary>Whether the sequence is read backwards too; the output is then both directions' states side by side, <c>(2 · hidden)</c>.</summary>
    /// <value><see langword="false"/> by default.</value>
    public bool Bidirectional { get; set; }

    /// <summary>Whether learned biases are added.</summary>
    /// <value><see langword="true"/> by default, as in PyTorch.</value>
    public bool Bias { get; set; } = true;
}
