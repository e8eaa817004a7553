namespace CoLearn;

/// <summary>G. Hinton, "Neural Networks for Machine Learning", lecture 6, 2012: steps divided by the root of a running mean of squared gradients.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class RMSpropAttribute : OptimizerAttribute
{
    /// <summary>RMSprop with a learning rate of 0.01.</summary>
    public RMSpropAttribute() => LearningRate = 0.01;

    /// <summary>The decay of the running mean of squared gradients, in [0, 1).</summary>
    /// <value>0.99 by default.</value>
    public double Alpha { get; set; } = 0.99;

    /// <summary>The share of the last step that goes into the next, in [0, 1).</summary>
    /// <value>0 by default.</value>
    public double Momentum { get; set; }
}
