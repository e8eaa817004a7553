namespace CoLearn;

/// <summary>
/// A residual: the block's output plus its input. K. He et al., "Deep Residual Learning for Image Recognition", 2016. Both must have one shape.
/// </summary>
/// <typeparam name="TBlock">The block's class, which bears <see cref="BlockAttribute">[Block]</see> and layers.</typeparam>
/// <remarks>Parameters are named <c>residual1.conv1.weight</c> and so on, those of the projection <c>residual1.projection.conv1.weight</c>.</remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class ResidualAttribute<TBlock> : LayerAttribute
    where TBlock : class
{
    /// <summary>
    /// Whether the input is projected to the shape of the block's output before it is added: by a convolution with a kernel of 1, the stride that
    /// the two shapes give and no bias, and batch normalisation; where the input is flat, by a linear layer without bias.
    /// </summary>
    /// <value><see langword="false"/> by default: the input is added as it is.</value>
    public bool Project { get; set; }
}
