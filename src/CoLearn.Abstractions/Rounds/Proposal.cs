namespace CoLearn;

/// <summary>What a proposer puts up: new weights, by hash.</summary>
/// <param name="Learner">The proposer's name.</param>
/// <param name="WeightsHash">The proposed weights' hash.</param>
/// <param name="Format">The proposed weights' format.</param>
/// <param name="Bytes">The proposed weights' size in bytes.</param>
/// <param name="TrainExamples">How many examples the proposer trains on, by its own word.</param>
/// <param name="Fingerprint">The fingerprint of the proposer's model, by its own word; the round refuses one that differs from the collective's.</param>
[GenerateSerializer, Immutable, Alias("colearn.Proposal")]
public sealed record Proposal(
    [property: Id(0)] string Learner,
    [property: Id(1)] string WeightsHash,
    [property: Id(2)] string Format,
    [property: Id(3)] long Bytes,
    [property: Id(4)] int TrainExamples,
    [property: Id(5)] string Fingerprint);
