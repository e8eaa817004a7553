using System.Collections.Immutable;
using CoLearn.Learners;
using CoLearn.Ledger;
using CoLearn.Rounds;

namespace CoLearn.Collectives;

/// <summary>
/// All that a collective remembers, and how it changes: pure. Each change returns the same object where there is nothing to change, so that
/// a repeated message has no second effect.
/// </summary>
[GenerateSerializer, Immutable, Alias("colearn.CollectiveState")]
internal sealed record CollectiveState
{
    [Id(0)]
    public CollectiveSettings? Settings { get; init; }

    [Id(1)]
    public string? Problem { get; init; }

    /// <summary>The learners in the order of their turns; those of the settings, without who left, then who was invited and joined.</summary>
    [Id(2)]
    public ImmutableList<string> Learners { get; init; } = [];

    /// <summary>What the first learner that joined said; the others had to agree with it.</summary>
    [Id(3)]
    public JoinReport? Agreed { get; init; }

    /// <summary>Learners that were asked to join later, and have not answered.</summary>
    [Id(4)]
    public ImmutableHashSet<string> Invited { get; init; } = [];

    [Id(5)]
    public ImmutableDictionary<string, string> Refused { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Learners that left and have not let their data go.</summary>
    [Id(6)]
    public ImmutableHashSet<string> Leaving { get; init; } = [];

    /// <summary>The last finished round; −1 before the first.</summary>
    [Id(7)]
    public int Round { get; init; } = -1;

    /// <summary>The last round that was begun: the one after <see cref="Round"/> while one runs.</summary>
    [Id(8)]
    public int Begun { get; init; } = -1;

    [Id(9)]
    public int Target { get; init; } = -1;

    [Id(10)]
    public string Head { get; init; } = RecordHash.None;

    [Id(11)]
    public string? AcceptedHash { get; init; }

    [Id(12)]
    public IReadOnlyDictionary<string, Reference> References { get; init; } = new Dictionary<string, Reference>();

    /// <summary>How often each learner proposed, and how often with success.</summary>
    [Id(13)]
    public ImmutableDictionary<string, ProposalCount> Proposals { get; init; } = ImmutableDictionary<string, ProposalCount>.Empty;

    /// <summary>Rounds in a row without an accept.</summary>
    [Id(14)]
    public int WithoutAccept { get; init; }

    [Id(15)]
    public string? StopReason { get; init; }

    /// <summary>Learners that could not be reached in the last round.</summary>
    [Id(16)]
    public ImmutableSortedSet<string> Lost { get; init; } = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    [Id(17)]
    public bool Paused { get; init; }

    [Id(18)]
    public bool Finished { get; init; }

    [Id(19)]
    public bool Cancelled { get; init; }

    [Id(20)]
    public ImmutableHashSet<string> Stopped { get; init; } = [];

    [Id(21)]
    public long Version { get; init; }

    /// <summary>What each learner said when it joined; saved apart from the rest.</summary>
    [field: NonSerialized]
    public ImmutableDictionary<string, JoinReport> Joined { get; init; } = ImmutableDictionary<string, JoinReport>.Empty;

    public CollectivePhase Phase => this switch
    {
        { Settings: null } => CollectivePhase.Unknown,
        { Problem: not null } => CollectivePhase.Refused,
        { Cancelled: true } => AllStopped && !RoundRuns ? CollectivePhase.Cancelled : CollectivePhase.Cancelling,
        { Finished: true, RoundRuns: false } => AllStopped ? CollectivePhase.Finished : CollectivePhase.Finishing,
        _ when !AllJoined => CollectivePhase.Joining,
        { Paused: true } => CollectivePhase.Paused,
        _ => RoundRuns || Round < Target ? CollectivePhase.Running : CollectivePhase.Idle,
    };

    /// <summary>Whether nobody else can create it.</summary>
    public bool IsTaken => Settings is not null && !(Phase == CollectivePhase.Refused && Round < 0);

    public bool RoundRuns => Begun > Round;

    /// <summary>The rule is frozen by the first learner that joins; who votes by another is refused.</summary>
    public CollectiveRule? Rule => Settings?.Rule ?? Agreed?.Rule;

    public string? Fingerprint => Agreed?.Fingerprint;

    private bool IsOpen => Phase is CollectivePhase.Idle or CollectivePhase.Running or CollectivePhase.Paused && !Finished;

    // Only learners are in either, each once.
    private bool AllJoined => Joined.Count == Learners.Count;

    private bool AllStopped => Stopped.Count == Learners.Count;

    /// <summary>Puts together what was saved. Members are saved last: who left may still be among them, and who is missing is asked to join again.</summary>
    public static CollectiveState Saved(CollectiveState state, Members members)
        => state with { Joined = members.Joined.RemoveRange(members.Joined.Keys.Except(state.Learners)) };

    public static bool Same(CollectiveSettings one, CollectiveSettings other)
        => one with { Learners = other.Learners } == other && one.Learners.SequenceEqual(other.Learners);

    public CollectiveState Create(CollectiveSettings settings, string? problem)
        => !IsTaken
                ? new() { Settings = settings, Learners = [.. settings.Learners], Problem = problem, Target = 0, Version = Version + 1 }
            : Same(Settings!, settings) ? this
            : throw new InvalidOperationException("Other settings must be refused before.");

    public CollectiveState Join(JoinReport report)
    {
        var learner = report.Learner;
        if (Joined.TryGetValue(learner, out var known))
            return JoinAgain(known, report);
        var late = Invited.Contains(learner);
        if (!late && (Phase != CollectivePhase.Joining || !Learners.Contains(learner)))
            return this;

        if (JoinRules.Problem(report, Agreed, Rule) is { } problem)
            return Next(late ? this with { Invited = Invited.Remove(learner), Refused = Refused.SetItem(learner, problem) } : this with { Problem = problem });
        return Next(this with
        {
            Agreed = Agreed ?? report,
            Joined = Joined.Add(learner, report),
            Invited = Invited.Remove(learner),
            Learners = late ? Learners.Add(learner) : Learners,
        });
    }

    public CollectiveState Invite(string learner)
        => !IsOpen || Learners.Contains(learner) || Leaving.Contains(learner) ? this
            : !Names.IsName(learner) ? Next(this with { Refused = Refused.SetItem(learner, $"'{learner}' is no learner's name.") })
            : Next(this with { Invited = Invited.Add(learner), Refused = Refused.Remove(learner) });

    /// <summary>The round that runs goes on with its electors; the learner is not asked in the next one.</summary>
    public CollectiveState Leave(string learner)
        => !IsOpen || !Learners.Contains(learner) || Learners.Count == 1 ? this
            : Next(this with { Learners = Learners.Remove(learner), Joined = Joined.Remove(learner), References = References.Where(reference => reference.Key != learner).ToDictionary(), Leaving = Leaving.Add(learner) });

    public CollectiveState RunTo(int index)
        => IsOpen && index > Target ? Next(this with { Target = index, WithoutAccept = StopReason is null ? WithoutAccept : 0, StopReason = null }) : this;

    public CollectiveState Pause(bool pause) => IsOpen && Paused != pause ? Next(this with { Paused = pause }) : this;

    public CollectiveState Finish() => IsOpen || Phase == CollectivePhase.Joining ? Next(this with { Finished = true, Target = Begun }) : this;

    public CollectiveState Cancel()
        => Settings is null || Problem is not null || Cancelled || Phase == CollectivePhase.Finished ? this : Next(this with { Cancelled = true });

    /// <summary>A learner has let its data go: it left, or the collective ends.</summary>
    public CollectiveState Stop(string learner)
        => Leaving.Contains(learner) ? Next(this with { Leaving = Leaving.Remove(learner) })
            : !(Cancelled || Finished) || !Learners.Contains(learner) || Stopped.Contains(learner) ? this
            : Next(this with { Stopped = Stopped.Add(learner) });

    /// <summary>Advances by one record, where it is the next one and continues this chain.</summary>
    public CollectiveState Commit(RoundRecord record)
    {
        if (record.Index != Round + 1 || record.Facts.PreviousHash != Head)
            return this;

        var next = this with
        {
            Round = record.Index,
            Begun = record.Index,
            Head = record.Hash,
            Proposals = Progress.Count(Proposals, record),
            Lost = Progress.LostIn(Lost, record),
            WithoutAccept = record.ChangesWeights ? 0 : WithoutAccept + 1,
        };
        if (record.ChangesWeights)
            next = next with { AcceptedHash = record.Facts.ProposalHash, References = ReferencesOf(record) };
        else if (AcceptedHash is null && !Cancelled)
            next = next.AfterFailedStart(record);
        return Next(Progress.StopReason(next, record) is { } reason && next.Round < Target ? next with { StopReason = reason, Target = next.Round } : next);
    }

    public RoundStart NextRound(string collective) => new()
    {
        Collective = collective,
        Index = Round + 1,
        Model = Settings!.Model,
        Fingerprint = Fingerprint!,
        Format = Agreed!.Format!,
        MaxBytes = Agreed.MaxBytes,
        Rule = Rule!,
        Seed = Settings.Seed,
        Learners = Learners,
        AcceptedHash = AcceptedHash,
        PreviousHash = Head,
        References = References,
        Absent = [.. Lost],
    };

    public CollectiveStatus Status(string collective) => new()
    {
        Collective = collective,
        Version = Version,
        Phase = Phase,
        Problem = Problem,
        Model = Settings?.Model,
        Fingerprint = Fingerprint,
        Rule = Rule,
        Seed = Settings?.Seed ?? 0,
        Learners = Learners,
        Data = Joined.ToDictionary(report => report.Key, report => report.Value.Data!),
        Round = Round,
        Target = Target,
        Head = Round < 0 ? null : Head,
        AcceptedHash = AcceptedHash,
        Accepts = Learners.ToDictionary(learner => learner, learner => Proposals.GetValueOrDefault(learner)?.Accepted ?? 0),
        Settings = Joined.ToDictionary(report => report.Key, report => report.Value.Settings ?? []),
        StopReason = StopReason,
        Warnings = [.. Progress.Warnings(this)],
        Lost = [.. Lost],
        Refused = Refused,
    };

    /// <summary>A changed state: where a round can begin, it has begun, and is sent once this is saved.</summary>
    private static CollectiveState Next(CollectiveState changed)
        => changed with { Version = changed.Version + 1, Begun = changed is { Phase: CollectivePhase.Running, RoundRuns: false } ? changed.Round + 1 : changed.Begun };

    /// <summary>Nobody could make initial weights yet: the next learner is asked, until all were.</summary>
    private CollectiveState AfterFailedStart(RoundRecord record)
        => Round + 1 < Learners.Count
            ? this with { Target = Round + 1 }
            : this with { Problem = $"no learner could make initial weights; the last one: {record.Facts.Reason}" };

    /// <summary>A learner whose silo was started anew may train with other values of its own; all else was agreed on when it joined.</summary>
    private CollectiveState JoinAgain(JoinReport known, JoinReport report)
        => report.Settings is null || report.Settings.SequenceEqual(known.Settings ?? [])
            ? this
            : Next(this with { Joined = Joined.SetItem(report.Learner, known with { Settings = report.Settings }) });

    /// <summary>What each learner voted with when the weights were accepted.</summary>
    private Dictionary<string, Reference> ReferencesOf(RoundRecord record)
        => record.Facts.Votes
            .Where(vote => vote is { VoteScore: not null, VoteSetHash: not null })
            .ToDictionary(vote => vote.Learner, vote => new Reference(record.Facts.ProposalHash!, vote.VoteSetHash!, Rule!.Criterion, vote.VoteScore, vote.VoteLoss));
}
