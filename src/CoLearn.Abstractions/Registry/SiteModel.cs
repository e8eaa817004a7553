namespace CoLearn.Registry;

/// <summary>A model as a site declares it. Sites that host learners of one collective have to agree on it.</summary>
/// <param name="Name">The model's name.</param>
/// <param name="Fingerprint">The fingerprint of its weights.</param>
/// <param name="Rule">The rule that its attributes declare.</param>
[GenerateSerializer, Immutable, Alias("colearn.SiteModel")]
public sealed record SiteModel([property: Id(0)] string Name, [property: Id(1)] string Fingerprint, [property: Id(2)] CollectiveRule Rule);
