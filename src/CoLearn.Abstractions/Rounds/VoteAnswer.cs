namespace CoLearn;

/// <summary>A learner's answer to a proposal.</summary>
[GenerateSerializer, Alias("colearn.VoteAnswer")]
public enum VoteAnswer
{
    /// <summary>No vote was asked of it: the proposer, and everybody in the initial round.</summary>
    None,

    /// <summary>The vote score is strictly better than the learner's reference score.</summary>
    Approve,

    /// <summary>It is not.</summary>
    Reject,

    /// <summary>No score came in time; the reason says why.</summary>
    Abstain,
}
