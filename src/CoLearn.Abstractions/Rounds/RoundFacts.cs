namespace CoLearn;

/// <summary>What a round decided and on what grounds. Facts are chained by hash; times and sizes lie beside them in <see cref="RoundMeasurements"/>.</summary>
[GenerateSerializer, Immutable, Alias("colearn.RoundFacts")]
public sealed record RoundFacts
{
    /// <summary>The round's index; 0 is the initial round.</summary>
    [Id(0)]
    public required int Index { get; init; }

    /// <summary>The hash of the collective's rule.</summary>
    [Id(1)]
    public required string RuleHash { get; init; }

    /// <summary>Who proposed, or was asked to; those whose weights are in the average, or were asked for them.</summary>
    [Id(2)]
    public required IReadOnlyList<string> Proposers { get; init; }

    /// <summary>What each contributor gave to an averaged proposal, in the collective's order; empty in turns.</summary>
    [Id(13)]
    public IReadOnlyList<Contribution> Contributions { get; init; } = [];

    /// <summary>The proposed weights' hash; <see langword="null"/> where nothing was proposed.</summary>
    [Id(3)]
    public string? ProposalHash { get; init; }

    /// <summary>The model's fingerprint.</summary>
    [Id(4)]
    public required string Fingerprint { get; init; }

    /// <summary>Whose votes count, by name.</summary>
    [Id(5)]
    public required IReadOnlyList<string> Electors { get; init; }

    /// <summary>Every learner's answer, ordered by name (ordinal).</summary>
    [Id(6)]
    public required IReadOnlyList<Vote> Votes { get; init; }

    /// <summary>How many electors approved.</summary>
    [Id(7)]
    public required int Approvals { get; init; }

    /// <summary>How the round ended.</summary>
    [Id(8)]
    public required Outcome Outcome { get; init; }

    /// <summary>Why there was nothing to vote on; <see langword="null"/> unless <see cref="Outcome.Failed"/>.</summary>
    [Id(9)]
    public RoundFailure? Failure { get; init; }

    /// <summary>The failure in a sentence; <see langword="null"/> unless <see cref="Outcome.Failed"/>.</summary>
    [Id(10)]
    public string? Reason { get; init; }

    /// <summary>Votes of the round before that came after its end, ordered by learner (ordinal).</summary>
    [Id(11)]
    public IReadOnlyList<Vote> LateVotes { get; init; } = [];

    /// <summary>The hash of the record before; 64 zeros for the first.</summary>
    [Id(12)]
    public required string PreviousHash { get; init; }
}
