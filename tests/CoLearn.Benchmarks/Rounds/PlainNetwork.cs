namespace CoLearn.Benchmarks.Rounds;

/// <summary>The example's networks.</summary>
internal enum PlainNetwork
{
    /// <summary>Two convolutions without padding, two linear layers.</summary>
    Cnn,

    /// <summary>Two convolution blocks and a linear layer.</summary>
    Tutorial,
}
