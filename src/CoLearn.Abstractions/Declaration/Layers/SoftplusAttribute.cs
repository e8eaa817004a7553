namespace CoLearn;

/// <summary>ln(1 + exp(Beta · x)) / Beta, shape kept.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class SoftplusAttribute : LayerAttribute
{
    /// <summary>How sharp the bend at zero is, greater than 0.</summary>
    /// <value>1 by default.</value>
    public double Beta { get; set; } = 1;

    /// <summary>From which Beta · x on the layer gives x itself, greater than 0.</summary>
    /// <value>20 by default.</value>
    public double Threshold { get; set; } = 20;
}
