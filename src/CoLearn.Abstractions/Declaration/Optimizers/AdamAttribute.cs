namespace CoLearn;

/// <summary>D. P. Kingma, J. Ba, "Adam: A Method for Stochastic Optimization", 2015.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class AdamAttribute : OptimizerAttribute
{
    /// <summary>The decay of the running mean of gradients, in [0, 1).</summary>
    /// <value>0.9 by default.</value>
    public double Beta1 { get; set; } = 0.9;

    /// <summary>The decay of the running mean of squared gradients, in [0, 1).</summary>
    /// <value>0.999 by default.</value>
    public double Beta2 { get; set; } = 0.999;
}
