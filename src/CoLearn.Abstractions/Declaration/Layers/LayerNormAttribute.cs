namespace CoLearn;

/// <summary>Normalises over all dimensions of one example, shape kept. J. L. Ba, J. R. Kiros, G. E. Hinton, 2016.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class LayerNormAttribute : LayerAttribute
{
    /// <summary>Added to the variance before its root is taken.</summary>
    /// <value>1e-5 by default.</value>
    public double Epsilon { get; set; } = 1e-5;
}
