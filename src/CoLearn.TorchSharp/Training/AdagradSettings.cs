namespace CoLearn.Training;

/// <summary>Adagrad. J. Duchi et al., "Adaptive Subgradient Methods for Online Learning and Stochastic Optimization", 2011.</summary>
/// <param name="LearningRate">The step size, greater than 0.</param>
/// <param name="WeightDecay">The weight decay, at least 0, added to the gradient.</param>
/// <param name="LearningRateDecay">How fast the learning rate falls: step t, from 0, takes it divided by 1 + t · LearningRateDecay; at least 0.</param>
public sealed record AdagradSettings(double LearningRate, double WeightDecay, double LearningRateDecay)
    : OptimizerSettings(LearningRate, WeightDecay);
