namespace CoLearn;

/// <summary>The score that a proposal has to beat: what a learner scored the accepted weights with. It holds for these weights, vote set and criterion only.</summary>
/// <param name="WeightsHash">The weights that were scored.</param>
/// <param name="VoteSetHash">The vote set they were scored on.</param>
/// <param name="Criterion">What the score measures.</param>
/// <param name="Score">The vote score, finite; <see langword="null"/> where it was not finite, and any finite score is better.</param>
/// <param name="Loss">The mean loss on the vote set, which breaks ties.</param>
[GenerateSerializer, Immutable, SuppressReferenceTracking, Alias("colearn.Reference")]
public sealed record Reference(
    [property: Id(0)] string WeightsHash,
    [property: Id(1)] string VoteSetHash,
    [property: Id(2)] string Criterion,
    [property: Id(3)] double? Score,
    [property: Id(4)] double? Loss);
