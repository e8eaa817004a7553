namespace CoLearn.Rounds;

/// <summary>A learner's report that it knows the round's outcome.</summary>
/// <param name="Work">What was asked.</param>
/// <param name="RecordHash">The record it confirms.</param>
[GenerateSerializer, Immutable, Alias("colearn.ConfirmReport")]
public sealed record ConfirmReport([property: Id(0)] WorkId Work, [property: Id(1)] string RecordHash);
