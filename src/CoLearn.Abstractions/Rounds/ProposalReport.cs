namespace CoLearn.Rounds;

/// <summary>A proposer's report: its proposal, or why there is none.</summary>
/// <param name="Work">What was asked.</param>
/// <param name="Proposal">The proposal; <see langword="null"/> where the training failed.</param>
/// <param name="Reason">Why there is none.</param>
/// <param name="Failure">What kind of reason it is: the training failed, or was lost with the silo it ran on.</param>
[GenerateSerializer, Immutable, Alias("colearn.ProposalReport")]
public sealed record ProposalReport(
    [property: Id(0)] WorkId Work,
    [property: Id(1)] Proposal? Proposal,
    [property: Id(2)] string? Reason = null,
    [property: Id(3)] RoundFailure Failure = RoundFailure.ProposerFailed);
