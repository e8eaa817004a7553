namespace CoLearn;

/// <summary>Stochastic gradient descent.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class SGDAttribute : OptimizerAttribute
{
    /// <summary>Stochastic gradient descent with a learning rate of 0.01.</summary>
    public SGDAttribute() => LearningRate = 0.01;

    /// <summary>The share of the last step that goes into the next, in [0, 1).</summary>
    /// <value>0 by default.</value>
    public double Momentum { get; set; }
}
