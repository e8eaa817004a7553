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

    /// <summary>How rounds are made: <c>"turns"</c>, one proposer a round, or <c>"average"</c>, <see cref="Contributors"/> train at the same time and their mean is proposed.</summary>
    /// <value><c>"turns"</c> by default; see <see cref="Strategies"/>.</value>
    [Id(6)]
    public string Strategy { get; init; } = Strategies.Turns;

    /// <summary>Who proposes: <c>"round-robin"</c>, <c>"seeded-random"</c>, or the name of a registered choice.</summary>
    /// <value><c>"round-robin"</c> by default.</value>
    [Id(7)]
    public string ProposerChoice { get; init; } = "round-robin";

    /// <summary>How many learners contribute to an averaged proposal: the chosen one and those that follow it in the collective's order; 0 for all.</summary>
    /// <value>0 by default.</value>
    [Id(8)]
    public int Contributors { get; init; }

    /// <summary>The most examples that a contributor's weights count for in an average; sizes are self-reported. 0 for no bound.</summary>
    /// <value>0 by default.</value>
    [Id(9)]
    public int MaxExamples { get; init; }

    /// <summary>What an elector that abstains is in the tally.</summary>
    /// <value><see cref="Abstain.Counted"/> by default.</value>
    [Id(10)]
    public Abstain Abstain { get; init; }

    /// <summary>The share of electors that must vote, in [0, 1]; a round with fewer fails. Where abstentions are excluded, one vote is always needed.</summary>
    /// <value>0 by default.</value>
    [Id(11)]
    public double Quorum { get; init; }

    /// <summary>How long a proposer may take; after that its round fails, or it is left out of the average.</summary>
    /// <value>30 minutes by default.</value>
    [Id(12)]
    public TimeSpan ProposeWithin { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>How long learners may take to answer; after that they abstain.</summary>
    /// <value>10 minutes by default.</value>
    [Id(13)]
    public TimeSpan VoteWithin { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How long a learner that cannot be reached is waited for; after that it abstains, or its turn passes. One that was lost in the round before is not waited for.</summary>
    /// <value>10 seconds by default.</value>
    [Id(14)]
    public TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The largest L2 norm that proposed tensors may have together; a larger proposal is refused. 0 for no bound.</summary>
    /// <value>0 by default.</value>
    [Id(15)]
    public double MaxNorm { get; init; }

    /// <summary>The largest L2 distance from the accepted tensors that proposed ones may have; a farther proposal is refused. 0 for no bound.</summary>
    /// <value>0 by default.</value>
    [Id(16)]
    public double MaxDistance { get; init; }
}
