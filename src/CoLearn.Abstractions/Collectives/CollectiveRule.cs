namespace CoLearn;

/// <summary>The rule of a collective, frozen when it is created. A model's attributes give the defaults.</summary>
[GenerateSerializer, Immutable, Alias("colearn.CollectiveRule")]
public sealed record CollectiveRule
{
    /// <summary>The name of what a vote score measures.</summary>
    /// <value><c>"accuracy"</c> by default; <c>"loss"</c> or the name of an <see cref="IScore"/>.</value>
    [Id(0)]
    public string Criterion { get; init; } = "accuracy";

    /// <summary>Whether less is better.</summary>
    /// <value><see langword="false"/> by default.</value>
    [Id(1)]
    public bool Minimise { get; init; }

    /// <summary>What a vote is when scores are equal.</summary>
    /// <value><see cref="Ties.ByLoss"/> by default.</value>
    [Id(2)]
    public Ties Ties { get; init; }

    /// <summary>By how much the vote score must be better, in the criterion's unit; finite, at least 0.</summary>
    /// <value>0 by default.</value>
    [Id(3)]
    public double MinGain { get; init; }

    /// <summary>The vote threshold: the share of electors that must approve, in (0, 1].</summary>
    /// <value>0.5 by default.</value>
    [Id(4)]
    public double Threshold { get; init; } = 0.5;

    /// <summary>How many examples of each vote set are used; 0 for all.</summary>
    /// <value>0 by default.</value>
    [Id(5)]
    public int VoteExamples { get; init; }

    /// <summary>How rounds are made: <c>"turns"</c>, one proposer a round.</summary>
    /// <value><c>"turns"</c> by default.</value>
    [Id(6)]
    public string Strategy { get; init; } = "turns";

    /// <summary>Who proposes: <c>"round-robin"</c>, <c>"seeded-random"</c>, or the name of a registered choice.</summary>
    /// <value><c>"round-robin"</c> by default.</value>
    [Id(7)]
    public string ProposerChoice { get; init; } = "round-robin";
}
