using System.Collections.Immutable;
using CoLearn.Exchange;
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

    [Id(2)]
    public ImmutableDictionary<string, JoinReport> Joined { get; init; } = ImmutableDictionary<string, JoinReport>.Empty;

    /// <summary>The last finished round; −1 before the first.</summary>
    [Id(3)]
    public int Round { get; init; } = -1;

    [Id(4)]
    public int Target { get; init; } = -1;

    [Id(5)]
    public string Head { get; init; } = RecordHash.None;

    [Id(6)]
    public string? AcceptedHash { get; init; }

    [Id(7)]
    public ImmutableDictionary<string, Reference> References { get; init; } = ImmutableDictionary<string, Reference>.Empty;

    [Id(8)]
    public ImmutableDictionary<string, int> Accepts { get; init; } = ImmutableDictionary<string, int>.Empty;

    [Id(9)]
    public bool Paused { get; init; }

    [Id(10)]
    public bool Cancelled { get; init; }

    [Id(11)]
    public ImmutableHashSet<string> Stopped { get; init; } = [];

    [Id(12)]
    public long Version { get; init; }

    public CollectivePhase Phase => this switch
    {
        { Settings: null } => CollectivePhase.Unknown,
        { Problem: not null } => CollectivePhase.Refused,
        { Cancelled: true } => AllStopped ? CollectivePhase.Cancelled : CollectivePhase.Cancelling,
        _ when !AllJoined => CollectivePhase.Joining,
        { Paused: true } => CollectivePhase.Paused,
        _ => Round < Target ? CollectivePhase.Running : CollectivePhase.Idle,
    };

    /// <summary>The rule is frozen by the first learner that joins; who votes by another is refused.</summary>
    public CollectiveRule? Rule => Settings?.Rule ?? First?.Rule;

    public string? Fingerprint => First?.Fingerprint;

    private bool AllJoined => Joined.Count == Settings!.Learners.Count;

    private bool AllStopped => Stopped.Count == Settings!.Learners.Count;

    private JoinReport? First => Settings?.Learners.Select(learner => Joined.GetValueOrDefault(learner)).FirstOrDefault(report => report is not null);

    public CollectiveState Create(CollectiveSettings settings, string? problem)
        => Settings is null || (Phase == CollectivePhase.Refused && Round < 0) ? new() { Settings = settings, Problem = problem, Target = 0, Version = Version + 1 }
            : Same(Settings, settings) ? this
            : throw new InvalidOperationException("Other settings must be refused before.");

    public static bool Same(CollectiveSettings one, CollectiveSettings other)
        => one with { Learners = other.Learners } == other && one.Learners.SequenceEqual(other.Learners);

    public CollectiveState Join(JoinReport report)
    {
        if (Joined.TryGetValue(report.Learner, out var known))
            return JoinAgain(known, report);
        if (Phase != CollectivePhase.Joining || !Settings!.Learners.Contains(report.Learner))
            return this;

        var problem = report.Problem
            ?? (Fingerprint is { } agreed && report.Fingerprint != agreed
                ? $"learner '{report.Learner}' has a model with another fingerprint ({report.Fingerprint.Short()}) than learner '{First!.Learner}' ({agreed.Short()}); let both sites run the same model." : null)
            ?? (Rule is { } rule && report.Rule != rule
                ? $"learner '{report.Learner}' declares another rule than learner '{First?.Learner}'; name the rule when the collective is created, or let both sites run the same model." : null);
        return problem is not null
            ? this with { Problem = problem, Version = Version + 1 }
            : this with { Joined = Joined.Add(report.Learner, report), Version = Version + 1 };
    }

    /// <summary>A learner whose silo was started anew may train with other values of its own; all else was agreed on when it joined.</summary>
    private CollectiveState JoinAgain(JoinReport known, JoinReport report)
        => report.Settings is null || report.Settings.SequenceEqual(known.Settings ?? [])
            ? this
            : this with { Joined = Joined.SetItem(report.Learner, known with { Settings = report.Settings }), Version = Version + 1 };

    public CollectiveState RunTo(int index)
        => Phase is CollectivePhase.Idle or CollectivePhase.Running or CollectivePhase.Paused && index > Target ? this with { Target = index, Version = Version + 1 } : this;

    public CollectiveState Pause(bool pause)
        => Phase is CollectivePhase.Idle or CollectivePhase.Running or CollectivePhase.Paused && Paused != pause ? this with { Paused = pause, Version = Version + 1 } : this;

    public CollectiveState Cancel()
        => Settings is null || Problem is not null || Cancelled ? this : this with { Cancelled = true, Version = Version + 1 };

    public CollectiveState Stop(string learner)
        => !Cancelled || !Settings!.Learners.Contains(learner) || Stopped.Contains(learner) ? this : this with { Stopped = Stopped.Add(learner), Version = Version + 1 };

    /// <summary>Advances by one record, where it is the next one and continues this chain.</summary>
    public CollectiveState Commit(RoundRecord record)
    {
        if (record.Index != Round + 1 || record.Facts.PreviousHash != Head)
            return this;

        var next = this with { Round = record.Index, Head = record.Hash, Version = Version + 1 };
        if (record.ChangesWeights)
        {
            var proposer = record.Facts.Proposers[0];
            return next with
            {
                AcceptedHash = record.Facts.ProposalHash,
                References = ReferencesOf(record),
                Accepts = record.Outcome == Outcome.Accepted ? Accepts.SetItem(proposer, Accepts.GetValueOrDefault(proposer) + 1) : Accepts,
            };
        }

        if (AcceptedHash is not null || Cancelled)
            return next;
        return next.Round + 1 < Settings!.Learners.Count
            ? next with { Target = next.Round + 1 }
            : next with { Problem = $"no learner could make initial weights; the last one: {record.Facts.Reason}" };
    }

    public RoundStart NextRound(string collective) => new()
    {
        Collective = collective,
        Index = Round + 1,
        Model = Settings!.Model,
        Fingerprint = Fingerprint!,
        Format = First!.Format!,
        MaxBytes = First.MaxBytes,
        Rule = Rule!,
        Seed = Settings.Seed,
        Learners = Settings.Learners,
        AcceptedHash = AcceptedHash,
        PreviousHash = Head,
        References = References,
        ProposeWithin = Settings.ProposeWithin,
        VoteWithin = Settings.VoteWithin,
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
        Learners = Settings?.Learners ?? [],
        Data = Joined.ToDictionary(report => report.Key, report => report.Value.Data!),
        Round = Round,
        Target = Target,
        Head = Round < 0 ? null : Head,
        AcceptedHash = AcceptedHash,
        Accepts = Settings?.Learners.ToDictionary(learner => learner, learner => Accepts.GetValueOrDefault(learner)) ?? [],
        Settings = Joined.ToDictionary(report => report.Key, report => report.Value.Settings ?? []),
    };

    /// <summary>What each learner voted with when the weights were accepted.</summary>
    private ImmutableDictionary<string, Reference> ReferencesOf(RoundRecord record)
        => record.Facts.Votes
            .Where(vote => vote is { VoteScore: not null, VoteSetHash: not null })
            .ToImmutableDictionary(vote => vote.Learner, vote => new Reference(record.Facts.ProposalHash!, vote.VoteSetHash!, Rule!.Criterion, vote.VoteScore, vote.VoteLoss));
}
