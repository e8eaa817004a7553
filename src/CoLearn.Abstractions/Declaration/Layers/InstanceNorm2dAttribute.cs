namespace CoLearn;

/// <summary>Normalises each channel of one example: <c>(channels, height, width)</c> with more than one point, shape kept. D. Ulyanov et al., 2016.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class InstanceNorm2dAttribute : LayerAttribute
{
    /// <summary>Added to the variance before its root is taken.</summary>
    /// <value>1e-5 by default.</value>
    public double Epsilon { get; set; } = 1e-5;

    /// <summary>Whether each channel is then scaled and shifted by learned parameters.</summary>
    /// <value><see langword="false"/> by default, as in PyTorch.</value>
    public bool Affine { get; set; }
}
