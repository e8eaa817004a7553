namespace CoLearn;

/// <summary>How training steps. A model names exactly one.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public abstract class OptimizerAttribute : Attribute
{
    /// <summary>The step size, greater than 0.</summary>
    /// <value>0.001 by default for <see cref="AdamAttribute"/> and <see cref="AdamWAttribute"/>, 0.002 for <see cref="NAdamAttribute"/>, 0.01 for the others.</value>
    public double LearningRate { get; set; } = 1e-3;

    /// <summary>The weight decay, at least 0.</summary>
    /// <value>0 by default; 0.01 for <see cref="AdamWAttribute"/>.</value>
    public double WeightDecay { get; set; }
}
