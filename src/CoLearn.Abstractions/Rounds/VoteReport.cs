namespace CoLearn.Rounds;

/// <summary>A learner's report on a proposal.</summary>
/// <param name="Work">What was asked.</param>
/// <param name="ProposalHash">The weights that were scored.</param>
/// <param name="Vote">The answer.</param>
[GenerateSerializer, Immutable, Alias("colearn.VoteReport")]
public sealed record VoteReport([property: Id(0)] WorkId Work, [property: Id(1)] string ProposalHash, [property: Id(2)] Vote Vote);
