namespace CoLearn;

/// <summary>What a collective is created with.</summary>
/// <param name="Model">The model's name, as in its <see cref="LearnerAttribute"/>.</param>
/// <param name="Learners">The learners' names in the order of their turns, each once.</param>
[GenerateSerializer, Immutable, Alias("colearn.CollectiveSettings")]
public sealed record CollectiveSettings([property: Id(0)] string Model, [property: Id(1)] IReadOnlyList<string> Learners)
{
    /// <summary>The seed that every piece of work draws from.</summary>
    /// <value>0 by default.</value>
    [Id(2)]
    public long Seed { get; init; }

    /// <summary>The rule; <see langword="null"/> for the one that the model's attributes declare.</summary>
    [Id(3)]
    public CollectiveRule? Rule { get; init; }

    /// <summary>How long a proposer may take; after that its round fails.</summary>
    /// <value>30 minutes by default.</value>
    [Id(4)]
    public TimeSpan ProposeWithin { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>How long learners may take to answer; after that they abstain.</summary>
    /// <value>10 minutes by default.</value>
    [Id(5)]
    public TimeSpan VoteWithin { get; init; } = TimeSpan.FromMinutes(10);
}
