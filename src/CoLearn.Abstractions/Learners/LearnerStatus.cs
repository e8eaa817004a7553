namespace CoLearn;

/// <summary>What a learner says of itself.</summary>
/// <param name="Collective">The collective's id.</param>
/// <param name="Learner">The learner's name.</param>
/// <param name="Activity">What it is doing.</param>
/// <param name="Round">The last round it knows the outcome of; −1 before the first.</param>
/// <param name="AcceptedHash">The weights it would use.</param>
/// <param name="Head">The last record it confirmed.</param>
/// <param name="Evaluations">How often it evaluated weights since it was activated.</param>
[GenerateSerializer, Immutable, Alias("colearn.LearnerStatus")]
public sealed record LearnerStatus(
    [property: Id(0)] string Collective,
    [property: Id(1)] string Learner,
    [property: Id(2)] LearnerActivity Activity,
    [property: Id(3)] int Round,
    [property: Id(4)] string? AcceptedHash,
    [property: Id(5)] string? Head,
    [property: Id(6)] long Evaluations);
