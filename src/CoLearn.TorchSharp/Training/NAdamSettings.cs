namespace CoLearn.Training;

/// <summary>NAdam. T. Dozat, "Incorporating Nesterov Momentum into Adam", 2016.</summary>
/// <param name="LearningRate">The step size, greater than 0.</param>
/// <param name="WeightDecay">The weight decay, at least 0, added to the gradient.</param>
/// <param name="Beta1">The decay of the running mean of gradients, in [0, 1).</param>
/// <param name="Beta2">The decay of the running mean of squared gradients, in [0, 1).</param>
/// <param name="MomentumDecay">How fast the momentum nears <see cref="Beta1"/>, at least 0.</param>
public sealed record NAdamSettings(double LearningRate, double WeightDecay, double Beta1, double Beta2, double MomentumDecay)
    : OptimizerSettings(LearningRate, WeightDecay);
