namespace CoLearn.Rounds;

/// <summary>What one proposer came up with: a proposal, or why there is none that can be used.</summary>
[GenerateSerializer, Immutable, Alias("colearn.Candidate")]
internal sealed record Candidate(
    [property: Id(0)] string Learner,
    [property: Id(1)] Proposal? Proposal,
    [property: Id(2)] RoundFailure? Failure = null,
    [property: Id(3)] string? Reason = null)
{
    /// <summary>Whether it can be voted on, as far as is known.</summary>
    public bool IsUsable => Failure is null;

    public static Candidate Failed(string learner, string? reason) => new(learner, null, RoundFailure.ProposerFailed, $"Learner '{learner}' could not propose: {reason}");

    public static Candidate Late(string learner) => new(learner, null, RoundFailure.ProposerLate, $"Learner '{learner}' did not propose in time.");

    public static Candidate Lost(string learner, string? reason) => new(learner, null, RoundFailure.ProposerLost, $"Learner '{learner}' was lost before it proposed: {reason}");

    /// <summary>The same without the right to be voted on. Its hash stays on record.</summary>
    public Candidate Refused(RoundFailure failure, string reason)
        => this with { Failure = failure, Reason = $"The proposal of learner '{Learner}' is refused: {reason}." };
}
