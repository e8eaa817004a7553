namespace CoLearn.Rounds;

/// <summary>What a round keeps of a learner's report: who it was from and what was asked stands beside it.</summary>
/// <param name="ProposalHash">The weights that were scored.</param>
/// <param name="Vote">The answer as it was given.</param>
[GenerateSerializer, Immutable, Alias("colearn.Answer")]
internal readonly record struct Answer([property: Id(0)] string ProposalHash, [property: Id(1)] Vote Vote);
