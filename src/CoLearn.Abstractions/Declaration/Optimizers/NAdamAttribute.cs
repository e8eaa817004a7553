namespace CoLearn;

/// <summary>T. Dozat, "Incorporating Nesterov Momentum into Adam", 2016.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class NAdamAttribute : OptimizerAttribute
{
    /// <summary>NAdam with a learning rate of 0.002.</summary>
    public NAdamAttribute() => LearningRate = 0.002;

    /// <summary>The decay of the running mean of gradients, in [0, 1).</summary>
    /// <value>0.9 by default.</value>
    public double Beta1 { get; set; } = 0.9;

    /// <summary>The decay of the running mean of squared gradients, in [0, 1).</summary>
    /// <value>0.999 by default.</value>
    public double Beta2 { get; set; } = 0.999;

    /// <summary>How fast the momentum nears <see cref="Beta1"/>, at least 0.</summary>
    /// <value>0.004 by default.</value>
    public double MomentumDecay { get; set; } = 0.004;
}
