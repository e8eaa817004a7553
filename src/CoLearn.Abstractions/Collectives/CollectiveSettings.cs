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

    /// <summary>After how many rounds in a row without an accept it stops; 0 for never.</summary>
    /// <value><see langword="null"/> by default: two turns around all learners. Never less than one turn.</value>
    [Id(4)]
    public int? StopAfter { get; init; }

    /// <summary>The mean vote score of accepted weights at which it stops; <see langword="null"/> for never. Test scores are never looked at.</summary>
    /// <value><see langword="null"/> by default.</value>
    [Id(5)]
    public double? StopAtScore { get; init; }
}
