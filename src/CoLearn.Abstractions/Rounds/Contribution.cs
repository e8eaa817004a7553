namespace CoLearn;

/// <summary>What one learner gave to an averaged proposal, or why it was left out.</summary>
/// <param name="Learner">The contributor's name.</param>
/// <param name="WeightsHash">The hash of the weights it made; <see langword="null"/> where it was left out before it made any.</param>
/// <param name="TrainExamples">How many examples it trains on, by its own word: what its weights count for.</param>
/// <param name="Failure">Why it was left out; <see langword="null"/> where it was not.</param>
/// <param name="Reason">The same in a sentence.</param>
[GenerateSerializer, Immutable, Alias("colearn.Contribution")]
public sealed record Contribution(
    [property: Id(0)] string Learner,
    [property: Id(1)] string? WeightsHash,
    [property: Id(2)] int TrainExamples,
    [property: Id(3)] RoundFailure? Failure = null,
    [property: Id(4)] string? Reason = null);
