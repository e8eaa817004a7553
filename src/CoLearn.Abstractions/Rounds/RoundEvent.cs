namespace CoLearn;

/// <summary>Something that happened in a round, in the order of arrival.</summary>
/// <param name="Next">The cursor to go on from after this event.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Proposers">Who was asked to propose; for <see cref="RoundEventKind.Started"/>.</param>
/// <param name="Proposal">The proposal; for <see cref="RoundEventKind.Proposal"/>.</param>
/// <param name="Vote">The answer; for <see cref="RoundEventKind.Vote"/>.</param>
/// <param name="Record">The finished round; for <see cref="RoundEventKind.Outcome"/>.</param>
/// <param name="At">When, by the clock of the silo that the round ran on.</param>
[GenerateSerializer, Immutable, SuppressReferenceTracking, Alias("colearn.RoundEvent")]
public sealed record RoundEvent(
    [property: Id(0)] RoundCursor Next,
    [property: Id(1)] RoundEventKind Kind,
    [property: Id(2)] IReadOnlyList<string>? Proposers = null,
    [property: Id(3)] Proposal? Proposal = null,
    [property: Id(4)] Vote? Vote = null,
    [property: Id(5)] RoundRecord? Record = null,
    [property: Id(6)] DateTimeOffset At = default);
