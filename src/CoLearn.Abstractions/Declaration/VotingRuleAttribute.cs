namespace CoLearn;

/// <summary>What <see cref="VotingAttribute"/> and <see cref="VotingAttribute{TScore}"/> share: the collective's default rule.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public abstract class VotingRuleAttribute : Attribute
{
    /// <summary>The vote threshold: the share of electors that must approve, in (0, 1].</summary>
    /// <value>0.5 by default.</value>
    public double Threshold { get; set; } = 0.5;

    /// <summary>What a vote is when the proposal scores exactly as the accepted weights do.</summary>
    /// <value><see cref="Ties.ByLoss"/> by default.</value>
    public Ties Ties { get; set; } = Ties.ByLoss;

    /// <summary>By how much the vote score must be better, at least 0, in the criterion's own unit.</summary>
    /// <value>0 by default: any improvement counts.</value>
    public double MinGain { get; set; }

    /// <summary>How many examples of the vote set are used, cut once by seed; 0 for all.</summary>
    /// <value>0 by default.</value>
    public int Examples { get; set; }
}
