namespace CoLearn.Examples.Mnist;

/// <summary>What every learner reaches alone after some proposals.</summary>
/// <param name="Proposals">How often each trained.</param>
/// <param name="Learners">Their scores.</param>
internal sealed record BaselineTraining(int Proposals, IReadOnlyList<BaselineScore> Learners)
{
    public double? MeanOwnScore => Learners.Average(learner => learner.OwnScore);

    public double? MeanUnionScore => Learners.Average(learner => learner.UnionScore);
}
