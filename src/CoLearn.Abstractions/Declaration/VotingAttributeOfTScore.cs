namespace CoLearn;

/// <summary>How learners vote, with a criterion of one's own: <c>[Voting&lt;BalancedAccuracy&gt;]</c>.</summary>
/// <typeparam name="TScore">The score, with a parameterless constructor.</typeparam>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class VotingAttribute<TScore> : VotingRuleAttribute
    where TScore : IScore, new();
