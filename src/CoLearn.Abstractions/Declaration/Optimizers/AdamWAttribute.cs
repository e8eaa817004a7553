namespace CoLearn;

/// <summary>I. Loshchilov, F. Hutter, "Decoupled Weight Decay Regularization", 2019.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class AdamWAttribute : OptimizerAttribute
{
    /// <summary>AdamW with a weight decay of 0.01.</summary>
    public AdamWAttribute() => WeightDecay = 0.01;

    /// <summary>The decay of the running mean of gradients, in [0, 1).</summary>
    /// <value>0.9 by default.</value>
    public double Beta1 { get; set; } = 0.9;

    /// <summary>The decay of the running mean of squared gradients, in [0, 1).</summary>
    /// <value>0.999 by default.</value>
    public double Beta2 { get; set; } = 0.999;
}
