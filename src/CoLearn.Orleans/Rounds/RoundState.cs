using System.Collections.Immutable;

namespace CoLearn.Rounds;

/// <summary>All that a round knows; saved at each transition.</summary>
[GenerateSerializer, Immutable, Alias("colearn.RoundState")]
internal sealed record RoundState
{
    [Id(0)]
    public RoundStart? Start { get; init; }

    [Id(1)]
    public RoundPhase Phase { get; init; }

    [Id(2)]
    public string Proposer { get; init; } = string.Empty;

    [Id(3)]
    public Proposal? Proposal { get; init; }

    /// <summary>The first answer of each learner.</summary>
    [Id(4)]
    public ImmutableSortedDictionary<string, VoteReport> Answers { get; init; } = ImmutableSortedDictionary.Create<string, VoteReport>(StringComparer.Ordinal);

    [Id(5)]
    public RoundFailure? Failure { get; init; }

    [Id(6)]
    public string? Reason { get; init; }

    [Id(7)]
    public RoundRecord? Record { get; init; }

    [Id(8)]
    public ImmutableHashSet<string> Confirmed { get; init; } = [];

    [Id(9)]
    public ImmutableList<RoundEvent> Events { get; init; } = [];

    [Id(10)]
    public DateTimeOffset StartedAt { get; init; }

    [Id(11)]
    public DateTimeOffset ProposedAt { get; init; }

    [Id(12)]
    public DateTimeOffset AnsweredAt { get; init; }

    /// <summary>The round's span, in the form of the W3C <c>traceparent</c> header.</summary>
    [Id(13)]
    public string? TraceParent { get; init; }

    /// <summary>Whether the voting deadline has passed: who has not answered abstains.</summary>
    [Id(14)]
    public bool VotingClosed { get; init; }

    /// <summary>The round that makes learners equal: it has scores, but nobody votes.</summary>
    public bool IsInitial => Start is { AcceptedHash: null };

    /// <summary>Whose votes count: all but the proposer.</summary>
    public IEnumerable<string> Electors => IsInitial || Start is null ? [] : Start.Learners.Where(learner => learner != Proposer);

    public WorkId Work(string learner) => new(Start!.Collective, Start.Index, Attempt: 1, learner);
}
