namespace CoLearn.Training;

/// <summary>AdamW. I. Loshchilov, F. Hutter, "Decoupled Weight Decay Regularization", 2019.</summary>
/// <param name="LearningRate">The step size, greater than 0.</param>
/// <param name="WeightDecay">The weight decay, at least 0, apart from the gradient.</param>
/// <param name="Beta1">The decay of the running mean of gradients, in [0, 1).</param>
/// <param name="Beta2">The decay of the running mean of squared gradients, in [0, 1).</param>
public sealed record AdamWSettings(double LearningRate, double WeightDecay, double Beta1, double Beta2)
    : OptimizerSettings(LearningRate, WeightDecay);
