using System.Globalization;

namespace CoLearn.Rounds;

/// <summary>Counts votes against the vote threshold and the quorum, without floating point.</summary>
internal sealed class Tally
{
    private readonly CollectiveRule rule;
    private readonly int electors;

    public Tally(CollectiveRule rule, IReadOnlyList<Vote> votes)
    {
        this.rule = rule;
        electors = votes.Count(vote => vote.Elector);
        Voters = votes.Count(vote => vote is { Elector: true, Answer: VoteAnswer.Approve or VoteAnswer.Reject });
        Approvals = votes.Count(vote => vote is { Elector: true, Answer: VoteAnswer.Approve });
    }

    /// <summary>How many electors approved or rejected.</summary>
    public int Voters { get; }

    public int Approvals { get; }

    /// <summary>How many electors must vote.</summary>
    public int Quorum => Math.Max(Least(electors, rule.Quorum), rule.Abstain == Abstain.Excluded && electors > 0 ? 1 : 0);

    public bool HasQuorum => Voters >= Quorum;

    /// <summary>Whether approvals ≥ electors × threshold, exactly; a tie at the threshold passes, and so does a learner alone.</summary>
    public bool Passes => Approvals >= Least(rule.Abstain == Abstain.Excluded ? Voters : electors, rule.Threshold);

    /// <summary>The least whole number that is at least a share of a count.</summary>
    public static int Least(int count, double share) => (int)decimal.Ceiling(count * Exact(share));

    /// <summary>The number that the user wrote: the shortest text that reads back the same. A cast would round 2.0/3 up, and three electors would need three.</summary>
    public static decimal Exact(double share)
        => decimal.Parse(share.ToString("R", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture);
}
