namespace CoLearn.Examples.Mnist;

/// <summary>What one learner reaches alone.</summary>
/// <param name="Learner">Its name.</param>
/// <param name="OwnScore">On its own test set.</param>
/// <param name="UnionScore">On all learners' test sets together.</param>
internal sealed record BaselineScore(string Learner, double? OwnScore, double? UnionScore);
