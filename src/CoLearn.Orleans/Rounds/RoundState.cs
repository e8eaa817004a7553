using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace CoLearn.Rounds;

/// <summary>
/// All that a round knows; saved at each transition until the outcome, which is the last. What it was started with and who knows of its outcome are saved
/// beside it: they are large where many learners take part, and change at other times.
/// </summary>
[GenerateSerializer, Immutable, Alias("colearn.RoundState")]
internal sealed record RoundState
{
    /// <summary>There is one attempt at a round.</summary>
    private const int Attempt = 1;

    public static readonly ImmutableSortedDictionary<string, Answer> NoAnswers = ImmutableSortedDictionary.Create<string, Answer>(StringComparer.Ordinal);

    private static readonly ImmutableSortedSet<string> Nobody = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    [NonSerialized]
    private Roll? roll;

    /// <summary>What it was started with.</summary>
    [field: NonSerialized]
    public RoundStart? Start { get; init; }

    [Id(1)]
    public RoundPhase Phase { get; init; }

    /// <summary>Who is asked to propose: one learner in turns, the contributors of an average.</summary>
    [Id(2)]
    public IReadOnlyList<string> Proposers { get; init; } = [];

    /// <summary>What each of them came up with.</summary>
    [Id(3)]
    public ImmutableSortedDictionary<string, Candidate> Candidates { get; init; } = ImmutableSortedDictionary.Create<string, Candidate>(StringComparer.Ordinal);

    /// <summary>What is voted on.</summary>
    [Id(4)]
    public Proposal? Proposal { get; init; }

    /// <summary>The first answer of each learner, until the record has the votes.</summary>
    [Id(5)]
    public ImmutableSortedDictionary<string, Answer> Answers { get; init; } = NoAnswers;

    /// <summary>Learners that could not be reached while votes were gathered; one that answers after all is heard.</summary>
    [Id(6)]
    public ImmutableSortedSet<string> Lost { get; init; } = Nobody;

    /// <summary>Learners that answered twice, and differently.</summary>
    [Id(7)]
    public ImmutableSortedSet<string> Contradictory { get; init; } = Nobody;

    /// <summary>Learners that answered for another round or proposal.</summary>
    [Id(8)]
    public ImmutableSortedSet<string> Misaddressed { get; init; } = Nobody;

    /// <summary>Votes of the round before that came after its end.</summary>
    [Id(9)]
    public ImmutableSortedDictionary<string, Vote> LateVotes { get; init; } = ImmutableSortedDictionary.Create<string, Vote>(StringComparer.Ordinal);

    /// <summary>Whether the voting is over, by answers or by time: who has not answered abstains.</summary>
    [Id(10)]
    public bool VotingClosed { get; init; }

    [Id(11)]
    public RoundFailure? Failure { get; init; }

    [Id(12)]
    public string? Reason { get; init; }

    [Id(13)]
    public RoundRecord? Record { get; init; }

    [Id(14)]
    public ImmutableList<RoundEvent> Events { get; init; } = [];

    [Id(15)]
    public DateTimeOffset StartedAt { get; init; }

    [Id(16)]
    public DateTimeOffset ProposedAt { get; init; }

    [Id(17)]
    public DateTimeOffset VotingAt { get; init; }

    [Id(18)]
    public DateTimeOffset AnsweredAt { get; init; }

    /// <summary>The round's span, in the form of the W3C <c>traceparent</c> header.</summary>
    [Id(19)]
    public string? TraceParent { get; init; }

    /// <summary>Who knows of the outcome.</summary>
    [field: NonSerialized]
    public Told Told { get; init; } = new();

    /// <summary>Who takes part, by name; there is one once the round has started. It is not saved, and follows from what is.</summary>
    public Roll Roll => roll ??= new(this);

    /// <summary>The round that makes learners equal: it has scores, but nobody votes.</summary>
    public bool IsInitial => Start is { AcceptedHash: null };

    /// <summary>Whether the mean of several candidates is proposed.</summary>
    public bool IsAverage => !IsInitial && Start?.Rule.Strategy == Strategies.Average;

    /// <summary>Whose votes count: in turns all but the proposer, in an average all.</summary>
    public IEnumerable<string> Electors
        => IsInitial || Start is null ? [] : IsAverage ? Start.Learners : Start.Learners.Where(learner => !Proposers.Contains(learner));

    /// <summary>States are equal where they are the same one: whoever changes nothing returns what it was given.</summary>
    public bool Equals(RoundState? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);

    public WorkId Work(string learner) => new(Start!.Collective, Start.Index, Attempt, learner);

    /// <summary>Whether something was asked in this round, of one who takes part.</summary>
    public bool Asked(WorkId work)
        => Start is not null && work.Round == Start.Index && work.Attempt == Attempt && work.Collective == Start.Collective && Roll.Has(work.Learner);
}
