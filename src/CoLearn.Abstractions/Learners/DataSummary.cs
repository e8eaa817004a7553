namespace CoLearn;

/// <summary>What a learner says of its private data: counts and a hash, never content.</summary>
/// <param name="TrainExamples">Examples it trains on.</param>
/// <param name="VoteExamples">Examples it votes with.</param>
/// <param name="TestExamples">Examples it tests with; <see langword="null"/> without a test set.</param>
/// <param name="VoteSetHash">SHA-256 of the vote set in lower-case hex; a reference score holds for this vote set only.</param>
/// <param name="Warnings">Sentences about the data that its owner should read, such as a vote set that is too small.</param>
[GenerateSerializer, Immutable, Alias("colearn.DataSummary")]
public sealed record DataSummary(
    [property: Id(0)] int TrainExamples,
    [property: Id(1)] int VoteExamples,
    [property: Id(2)] int? TestExamples,
    [property: Id(3)] string VoteSetHash,
    [property: Id(4)] IReadOnlyList<string> Warnings);
