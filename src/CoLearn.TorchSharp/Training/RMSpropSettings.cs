namespace CoLearn.Training;

/// <summary>RMSprop. G. Hinton, "Neural Networks for Machine Learning", lecture 6, 2012.</summary>
/// <param name="LearningRate">The step size, greater than 0.</param>
/// <param name="WeightDecay">The weight decay, at least 0, added to the gradient.</param>
/// <param name="Alpha">The decay of the running mean of squared gradients, in [0, 1).</param>
/// <param name="Momentum">The share of the last step that goes into the next, in [0, 1).</param>
public sealed record RMSpropSettings(double LearningRate, double WeightDecay, double Alpha, double Momentum)
    : OptimizerSettings(LearningRate, WeightDecay);
