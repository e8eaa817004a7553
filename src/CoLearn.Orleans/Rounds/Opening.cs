namespace CoLearn.Rounds;

/// <summary>What a round was started with, saved once.</summary>
[GenerateSerializer, Immutable, Alias("colearn.Opening")]
internal sealed record Opening
{
    [Id(0)]
    public RoundStart? Start { get; init; }
}
