namespace CoLearn;

/// <summary>How learners vote, with a built-in criterion: <c>[Voting(Criterion.Accuracy, Threshold = 0.5)]</c>.</summary>
/// <param name="criterion">What a vote score is.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class VotingAttribute(Criterion criterion) : VotingRuleAttribute
{
    /// <summary>What a vote score is.</summary>
    public Criterion Criterion { get; } = criterion;
}
