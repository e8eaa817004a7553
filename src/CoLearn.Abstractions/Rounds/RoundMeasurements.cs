namespace CoLearn;

/// <summary>What was measured while a round ran. Not part of the chain: it differs from run to run.</summary>
/// <param name="Started">When the round began.</param>
/// <param name="ProposeSeconds">From the start to the proposal coming in.</param>
/// <param name="VoteSeconds">From the proposal to the last answer.</param>
/// <param name="AcceptSeconds">From the last answer to the saved outcome, which is the commit; learners confirm it later, and nobody waits for them.</param>
/// <param name="WallSeconds">From the start to the saved outcome.</param>
/// <param name="ProposalBytes">The size of the proposed weights.</param>
[GenerateSerializer, Immutable, Alias("colearn.RoundMeasurements")]
public sealed record RoundMeasurements(
    [property: Id(0)] DateTimeOffset Started,
    [property: Id(1)] double ProposeSeconds,
    [property: Id(2)] double VoteSeconds,
    [property: Id(3)] double AcceptSeconds,
    [property: Id(4)] double WallSeconds,
    [property: Id(5)] long ProposalBytes);
