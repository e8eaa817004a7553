namespace CoLearn.Rounds;

/// <summary>All a round needs to know; nothing is asked of the collective while it runs.</summary>
[GenerateSerializer, Immutable, Alias("colearn.RoundStart")]
public sealed record RoundStart
{
    /// <summary>The collective's id.</summary>
    [Id(0)]
    public required string Collective { get; init; }

    /// <summary>The round's index.</summary>
    [Id(1)]
    public required int Index { get; init; }

    /// <summary>The model's name.</summary>
    [Id(2)]
    public required string Model { get; init; }

    /// <summary>The model's fingerprint.</summary>
    [Id(3)]
    public required string Fingerprint { get; init; }

    /// <summary>The collective's rule.</summary>
    [Id(4)]
    public required CollectiveRule Rule { get; init; }

    /// <summary>The collective's seed.</summary>
    [Id(5)]
    public required long Seed { get; init; }

    /// <summary>The learners in the collective's order.</summary>
    [Id(6)]
    public required IReadOnlyList<string> Learners { get; init; }

    /// <summary>The accepted weights' hash; <see langword="null"/> until a round has made the learners equal.</summary>
    [Id(7)]
    public string? AcceptedHash { get; init; }

    /// <summary>The hash of the record before.</summary>
    [Id(8)]
    public required string PreviousHash { get; init; }

    /// <summary>Each learner's reference score as last recorded.</summary>
    [Id(9)]
    public IReadOnlyDictionary<string, Reference> References { get; init; } = new Dictionary<string, Reference>();

    /// <summary>Learners that were lost in the round before: nobody waits for them again.</summary>
    [Id(10)]
    public IReadOnlyList<string> Absent { get; init; } = [];

    /// <summary>The name of the weights' format.</summary>
    [Id(11)]
    public required string Format { get; init; }

    /// <summary>The largest weights that may be proposed, in bytes.</summary>
    [Id(12)]
    public required long MaxBytes { get; init; }
}
