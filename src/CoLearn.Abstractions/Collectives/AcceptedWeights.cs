namespace CoLearn.Collectives;

/// <summary>The weights that a collective goes on with.</summary>
/// <param name="Model">The model's name.</param>
/// <param name="Round">The last round that is done.</param>
/// <param name="Hash">The hash of the weights that it left accepted.</param>
[GenerateSerializer, Immutable, Alias("colearn.AcceptedWeights")]
public sealed record AcceptedWeights([property: Id(0)] string Model, [property: Id(1)] int Round, [property: Id(2)] string Hash);
