namespace CoLearn.Learners;

/// <summary>Asks a learner to load its data and take part in a collective.</summary>
/// <param name="Collective">The collective's id.</param>
/// <param name="Learner">The learner's name.</param>
/// <param name="Model">The model's name.</param>
/// <param name="Seed">The collective's seed.</param>
/// <param name="Rule">The collective's rule; <see langword="null"/> for the one that the model declares.</param>
[GenerateSerializer, Immutable, Alias("colearn.JoinRequest")]
public sealed record JoinRequest(
    [property: Id(0)] string Collective,
    [property: Id(1)] string Learner,
    [property: Id(2)] string Model,
    [property: Id(3)] long Seed,
    [property: Id(4)] CollectiveRule? Rule);
