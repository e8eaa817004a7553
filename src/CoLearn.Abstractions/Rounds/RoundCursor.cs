namespace CoLearn;

/// <summary>A place in a collective's stream of events, to go on from. Its default is the beginning.</summary>
/// <param name="Round">The round's index.</param>
/// <param name="Sequence">How many of the round's events were seen.</param>
[GenerateSerializer, Immutable, Alias("colearn.RoundCursor")]
public readonly record struct RoundCursor([property: Id(0)] int Round, [property: Id(1)] int Sequence);
