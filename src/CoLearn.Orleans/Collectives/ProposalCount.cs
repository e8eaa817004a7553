namespace CoLearn.Collectives;

/// <summary>How often a learner proposed or contributed, and how often that was accepted.</summary>
[GenerateSerializer, Immutable, Alias("colearn.ProposalCount")]
internal sealed record ProposalCount([property: Id(0)] int Proposed, [property: Id(1)] int Accepted);
