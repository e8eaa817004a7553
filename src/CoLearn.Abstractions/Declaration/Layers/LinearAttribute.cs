namespace CoLearn;

/// <summary>A fully connected layer: <c>(…, in)</c> to <c>(…, outFeatures)</c>, <c>y = x Wᵀ + b</c>.</summary>
/// <param name="outFeatures">The number of outputs, at least 1. The number of inputs is inferred.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class LinearAttribute(int outFeatures) : LayerAttribute
{
    /// <summary>The number of outputs, at least 1.</summary>
    public int OutFeatures { get; } = outFeatures;

    /// <summary>Whether a learned bias is added.</summary>
    /// <value><see langword="true"/> by default, as in PyTorch.</value>
    public bool Bias { get; set; } = true;
}
