namespace CoLearn.Training;

/// <summary>Which optimizer trains, and how.</summary>
/// <param name="LearningRate">The step size, greater than 0.</param>
/// <param name="WeightDecay">The weight decay, at least 0.</param>
public abstract record OptimizerSettings(double LearningRate, double WeightDecay);
