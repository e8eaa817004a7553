using System.Collections.Immutable;

namespace CoLearn.Rounds;

/// <summary>Who knows of the outcome. It is saved beside the round, which does not change after its outcome.</summary>
[GenerateSerializer, Immutable, Alias("colearn.Told")]
internal sealed record Told
{
    private static readonly ImmutableSortedSet<string> Nobody = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    /// <summary>Whether the collective has taken the record.</summary>
    [Id(0)]
    public bool Advanced { get; init; }

    [Id(1)]
    public ImmutableSortedSet<string> Confirmed { get; init; } = Nobody;

    /// <summary>Learners that could not be told the outcome: they catch up with the next request.</summary>
    [Id(2)]
    public ImmutableSortedSet<string> Behind { get; init; } = Nobody;

    /// <summary>When the outcome had been saved; the record's measurements were not complete before.</summary>
    [Id(3)]
    public DateTimeOffset? CommittedAt { get; init; }

    /// <summary>How many learners need not be told any more, or can not.</summary>
    public int Learners => Confirmed.Count + Behind.Count;

    public bool Has(string learner) => Confirmed.Contains(learner) || Behind.Contains(learner);
}
