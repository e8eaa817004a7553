namespace CoLearn.Rounds;

/// <summary>Signals for one round of named learners, to be applied in any order.</summary>
internal sealed class RoundScript(string proposer, IReadOnlyList<string> learners, string? accepted = "old", double threshold = 0.5, CollectiveRule? rule = null, IReadOnlyList<string>? proposers = null)
{
    public const string Proposed = "new";

    private static readonly DateTimeOffset At = DateTimeOffset.UnixEpoch;

    public RoundStart Plan { get; } = new()
    {
        Collective = "c",
        Index = 3,
        Model = "m",
        Fingerprint = "f",
        Rule = rule ?? new() { Threshold = threshold },
        Seed = 1,
        Learners = learners,
        AcceptedHash = accepted,
        PreviousHash = new('0', 64),
        Format = "test",
        MaxBytes = 8,
    };

    public RoundSignal Start => new RoundSignal.Started(Plan, proposers ?? [proposer], At);

    public RoundSignal Proposal => Proposing();

    public RoundSignal ProposalFails => new RoundSignal.Proposed(new(Work(proposer), null, "Out of ideas."), At);

    public static RoundState Play(IEnumerable<RoundSignal> signals) => Play(signals, out _);

    /// <summary>Plays signals; a screening that is asked for lets everything pass.</summary>
    public static RoundState Play(IEnumerable<RoundSignal> signals, out List<RoundCommand> commands)
    {
        var state = new RoundState();
        commands = [];
        foreach (var signal in signals)
            state = Play(state, signal, commands);
        return state;
    }

    public static RoundState Play(RoundState state, RoundSignal signal, List<RoundCommand> commands)
    {
        (state, var further) = Round.Apply(state, signal);
        commands.AddRange(further);
        return further.Contains(new RoundCommand.Screen()) ? Play(state, Passed(state), commands) : state;
    }

    public static RoundSignal Passed(RoundState state)
        => new RoundSignal.Screened(state.Candidates.Values.First(candidate => candidate.IsUsable).Proposal, [], At);

    public RoundSignal Vote(string learner, VoteAnswer answer, double? score = 0.5, string hash = Proposed)
        => new RoundSignal.Voted([new(Work(learner), hash, new(learner, learner != proposer, answer, score, 0.1, 0.4, "set"))], At);

    public RoundSignal Proposing(string fingerprint = "f", string format = "test", long bytes = 1)
        => new RoundSignal.Proposed(new(Work(proposer), new(proposer, Proposed, format, bytes, 1, fingerprint)), At);

    public RoundSignal Contribution(string learner, string hash)
        => new RoundSignal.Proposed(new(Work(learner), new(learner, hash, "test", 1, 1, "f")), At);

    public RoundSignal Lost(RoundPhase phase, string learner) => new RoundSignal.Lost(phase, learner, "It is away.", At);

    public RoundSignal Deadline(RoundPhase phase) => new RoundSignal.DeadlinePassed(phase, At);

    public RoundSignal Confirm(string learner, string recordHash) => new RoundSignal.Confirmed([new(Work(learner), recordHash)], At);

    public WorkId Work(string learner) => new(Plan.Collective, Plan.Index, 1, learner);
}
