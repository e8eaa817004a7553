namespace CoLearn;

/// <summary>J. Duchi et al., "Adaptive Subgradient Methods for Online Learning and Stochastic Optimization", 2011.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class AdagradAttribute : OptimizerAttribute
{
    /// <summary>Adagrad with a learning rate of 0.01.</summary>
    public AdagradAttribute() => LearningRate = 0.01;

    /// <summary>How fast the learning rate falls: step t, from 0, takes it divided by 1 + t · LearningRateDecay; at least 0.</summary>
    /// <value>0 by default.</value>
    public double LearningRateDecay { get; set; }
}
