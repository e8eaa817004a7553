namespace CoLearn.Training;

/// <summary>Stochastic gradient descent.</summary>
/// <param name="LearningRate">The step size, greater than 0.</param>
/// <param name="WeightDecay">The weight decay, at least 0.</param>
/// <param name="Momentum">The share of the last step that goes into the next, in [0, 1).</param>
public sealed record SGDSettings(double LearningRate, double WeightDecay, double Momentum) : OptimizerSettings(LearningRate, WeightDecay);
