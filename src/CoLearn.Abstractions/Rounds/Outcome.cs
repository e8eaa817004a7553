namespace CoLearn;

/// <summary>How a round ended.</summary>
[GenerateSerializer, Alias("colearn.Outcome")]
public enum Outcome
{
    /// <summary>The first weights, which made all learners equal.</summary>
    Initial,

    /// <summary>The approvals reached the vote threshold: everybody goes on with the proposed weights.</summary>
    Accepted,

    /// <summary>They did not: everybody keeps the weights they had.</summary>
    Rejected,

    /// <summary>There was nothing to vote on; the failure says why.</summary>
    Failed,
}
