namespace CoLearn.Rounds;

/// <summary>What every request and report carries. A repeated one has no second effect.</summary>
/// <param name="Collective">The collective's id.</param>
/// <param name="Round">The round's index.</param>
/// <param name="Attempt">Which asking it is, from 1.</param>
/// <param name="Learner">The learner's name.</param>
[GenerateSerializer, Immutable, Alias("colearn.WorkId")]
public sealed record WorkId(
    [property: Id(0)] string Collective, [property: Id(1)] int Round, [property: Id(2)] int Attempt, [property: Id(3)] string Learner);
