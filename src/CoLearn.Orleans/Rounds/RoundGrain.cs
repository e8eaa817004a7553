using System.Diagnostics;
using CoLearn.Collectives;
using CoLearn.Exchange;
using CoLearn.Faults;
using CoLearn.Learners;
using CoLearn.Registry;
using CoLearn.Telemetry;
using Microsoft.Extensions.Logging;
using Orleans.Concurrency;

namespace CoLearn.Rounds;

/// <summary>
/// One round: choose the proposers, ask for proposals, gather the votes, tally, accept or leave. <see cref="Round.Apply"/> decides; the grain
/// loads, applies, saves and sends, and nothing is sent that was not saved. What comes in is noted at once; one write is in flight, and what is noted
/// meanwhile shares the next. After a crash it goes on where the saved state stands.
/// </summary>
[Reentrant]
internal sealed partial class RoundGrain(
    [PersistentState("round", StorageNames.CoLearn)] IPersistentState<RoundState> round,
    [PersistentState("opening", StorageNames.CoLearn)] IPersistentState<Opening> opening,
    [PersistentState("told", StorageNames.CoLearn)] IPersistentState<Told> told,
    Proposers proposers,
    Screener screener,
    IWeightsStore weights,
    Reports reports,
    FaultPoints faults,
    ClusterView cluster,
    TimeProvider time,
    ILogger<RoundGrain> log) : Grain, IRoundGrain
{
    /// <summary>From this size on weights are announced: smaller ones are as quickly fetched as announced.</summary>
    private const int LargeBytes = 1 << 20;

    private readonly SavedRound saved = new(opening, round, told);
    private readonly LongPoll news = new(time);
    private readonly Delivery delivery = new(time, log);
    private readonly Questions questions = new(time, () => cluster.Number, log);
    private readonly Dictionary<string, ILearnerGrain> learners = [];
    private Groups<Noting>? notings;
    private RoundSpan? span;
    private bool hasEnded;
    private Func<RoundState>? present;
    private Func<RoundSignal, Task>? take;

    /// <summary>What is saved; readers never see more.</summary>
    private RoundState State { get; set; } = new();

    /// <summary>What it was told, saved or not.</summary>
    private RoundState Noted { get; set; } = new();

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        State = Noted = saved.State;
        if (State is { Start: { } start, Phase: not RoundPhase.Done })
        {
            LogGoesOn(log, start.Index, start.Collective, State.Phase);
            span = RoundSpan.Resume(State);
            WatchDeadline();
        }

        foreach (var command in Round.Outstanding(State))
            Pursue(command);
        return Task.CompletedTask;
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        End();
        return Task.CompletedTask;
    }

    public Task Start(RoundStart start)
    {
        if (Noted.Start is null)
            span = RoundSpan.Begin(start);
        return Take(new RoundSignal.Started(start, proposers.Of(start), time.GetUtcNow(), span?.Id));
    }

    public Task Proposed(ProposalReport report) => Take(new RoundSignal.Proposed(report, time.GetUtcNow()));

    /// <summary>Taken, and saved soon. Where that fails they are reported again; where this silo is lost, the learners are asked again.</summary>
    public Task Voted(IReadOnlyList<VoteReport> votes)
    {
        Take(new RoundSignal.Voted(votes, time.GetUtcNow())).Ignore();
        return Task.CompletedTask;
    }

    public Task VotedLate(Vote vote) => Take(new RoundSignal.VotedLate(vote, time.GetUtcNow()));

    public Task Confirmed(IReadOnlyList<ConfirmReport> reports) => Take(new RoundSignal.Confirmed(reports, time.GetUtcNow()));

    public Task Cancel() => Take(new RoundSignal.Cancelled(time.GetUtcNow()));

    public Task<RoundRecord?> Record()
    {
        LeaveWhenDone();
        return Task.FromResult(State.Record);
    }

    public async Task<IReadOnlyList<RoundEvent>> EventsAfter(int sequence)
    {
        await news.UntilAsync(() => State.Events.Count > sequence);
        LeaveWhenDone();
        return [.. State.Events.Skip(sequence)];
    }

    private ILearnerGrain Learner(string name)
        => learners.TryGetValue(name, out var known) ? known : learners[name] = GrainFactory.GetLearner(State.Start!.Model, State.Start.Collective, name);

    private void End()
    {
        hasEnded = true;
        delivery.Dispose();
        questions.Dispose();
    }

    /// <summary>Notes a signal; completes when that is saved.</summary>
    private Task Take(RoundSignal signal)
    {
        (Noted, var commands) = Round.Apply(Noted, signal);
        return (notings ??= new(TrySaveAsync, rest: new(IsUrgent))).Add(new(signal, commands));
    }

    /// <summary>A few of many answers can wait for more before they are saved; the last one cannot, nor can anything else.</summary>
    private bool IsUrgent(Noting noting)
        => noting.Signal is not (RoundSignal.Voted or RoundSignal.Confirmed) || Noted.Phase != State.Phase || Noted.Told.Learners >= Noted.Start?.Learners.Count;

    private async Task TrySaveAsync(IReadOnlyList<Noting> group)
    {
        try
        {
            // What waited while the activation ended is the next one's: who sent it sends it again.
            if (hasEnded)
                throw new OperationCanceledException("The round goes on in another activation.");
            await SaveAsync(group);
        }
        catch (Exception error)
        {
            // What is saved is not known any more, or another activation saved it: this one yields, and the next one reads.
            if (!hasEnded)
            {
                LogYield(log, this.GetGrainId(), error.Message);
                End();
                DeactivateOnIdle();
            }

            foreach (var vote in group.Select(noting => noting.Signal).OfType<RoundSignal.Voted>().SelectMany(voted => voted.Reports))
                reports.Voted(vote);
            throw;
        }
    }

    private async Task SaveAsync(IReadOnlyList<Noting> group)
    {
        var (before, next) = (State, Noted);
        if (next != before)
            await SaveAsync(before, next);
        foreach (var command in group.SelectMany(noting => noting.Commands).Where(command => command is RoundCommand.PassOn || Round.IsOutstanding(State, command)))
            Pursue(command);
        LeaveWhenDone();
    }

    /// <summary>Whoever reads the records of many rounds must not leave all of them in memory.</summary>
    private void LeaveWhenDone()
    {
        if (Round.IsOver(State))
            DeactivateOnIdle();
    }

    private async Task SaveAsync(RoundState before, RoundState next)
    {
        var concluded = next.Record is not null && before.Record is null;
        if (concluded)
            Pass(FaultPoint.OutcomeDecided, next);
        await saved.SaveAsync(before, next);
        State = next;
        if (concluded)
            Commit();
        foreach (var point in FaultPoints.Saved(before, next))
            Pass(point, next);

        if (State.Phase != before.Phase)
        {
            questions.Drop();
            WatchDeadline();
        }

        news.Pulse();
    }

    /// <summary>The record says how long its saving took.</summary>
    private void Commit()
    {
        var at = time.GetUtcNow();
        var committed = RoundNotes.Committed(State, at);
        Noted = Noted == State ? committed : RoundNotes.Committed(Noted, at);
        State = committed;
        Instruments.Measure(State.Record!);
        span?.End(State.Record!);
    }

    private void Pass(FaultPoint point, RoundState state)
    {
        if (state.Start is { } start)
            faults.Pass(point, start.Collective, start.Index);
    }

    private void Pursue(RoundCommand command)
    {
        var around = Activity.Current;
        Activity.Current = span?.Activity;
        if (command is RoundCommand.Ask { Learner: var learner })
            questions.Ask(new LearnerQuestion(command, learner, Learner(learner), present ??= () => State, take ??= Take, time));
        _ = command switch
        {
            RoundCommand.Screen => ScreenAsync(),
            RoundCommand.Advance => AdvanceAsync(),
            RoundCommand.PassOn { Late: var vote } => delivery.UntilTakenAsync(
                () => GrainFactory.GetGrain<IRoundGrain>(State.Start!.Index + 1, State.Start.Collective, null).VotedLate(vote), () => true, () => $"Late vote of learner '{vote.Learner}'"),
            _ => Task.CompletedTask,
        };
        Activity.Current = around;
    }

    /// <summary>No deadline is over this phase: whatever keeps the candidates from being screened ends the round.</summary>
    private async Task ScreenAsync()
    {
        var candidates = State.Candidates.Values.Where(candidate => candidate.IsUsable);
        Announce();
        Proposal? proposal = null;
        IReadOnlyList<Candidate> refused;
        try
        {
            (proposal, refused) = await screener.ScreenAsync(State);
        }
        catch (OperationCanceledException)
        {
            // The silo stops; the next one screens.
            return;
        }
        catch (Exception error)
        {
            // The record gets no paths of this silo.
            LogUnscreened(log, State.Start!.Index, State.Start.Collective, error.Message);
            refused = [.. candidates.Select(candidate => candidate.Refused(RoundFailure.ProposalMissing, "it cannot be screened where the round runs"))];
        }

        await Take(new RoundSignal.Screened(proposal, refused, time.GetUtcNow()));
    }

    /// <summary>Large weights are on their way to all silos while they are screened here. Of an average only the mean is voted on.</summary>
    private void Announce()
    {
        if (State.IsAverage || State.Candidates.Values.FirstOrDefault(candidate => candidate.IsUsable)?.Proposal is not { Bytes: >= LargeBytes } proposal)
            return;
        var start = State.Start!;
        foreach (var learner in start.Learners.Where(learner => learner != proposal.Learner))
            Learner(learner).Expect(State.Work(learner), proposal.WeightsHash).Ignore();
    }

    private async Task AdvanceAsync()
    {
        var start = State.Start!;
        await SettleAsync(start);
        await delivery.UntilTakenAsync(
            () => GrainFactory.GetGrain<ICollectiveGrain>(start.Collective).Committed(State.Record!),
            () => !State.Told.Advanced,
            () => $"Record {start.Index} of collective '{start.Collective}'");
        await Take(new RoundSignal.Advanced(time.GetUtcNow()));
    }

    /// <summary>The proposals were screened here, where none of the learners may be. The outcome does not wait for disks.</summary>
    private async Task SettleAsync(RoundStart start)
    {
        try
        {
            await weights.SettleAsync(new(start.Collective, start.Index), State.Record!.ChangesWeights ? State.Record.Facts.ProposalHash : null);
        }
        catch (Exception error)
        {
            LogUnsettled(log, start.Index, start.Collective, error.Message);
        }
    }

    /// <summary>The present phase ends at its deadline, counted from when it began, also where another silo began it.</summary>
    private void WatchDeadline()
    {
        var (phase, rule) = (State.Phase, State.Start!.Rule);
        var ends = phase switch
        {
            RoundPhase.Proposing => State.StartedAt + rule.ProposeWithin,
            RoundPhase.Voting => State.VotingAt + rule.VoteWithin,
            _ => (DateTimeOffset?)null,
        };
        if (ends is not { } end)
            return;
        DelayDeactivation(rule.ProposeWithin + rule.VoteWithin);
        _ = EndAsync();

        async Task EndAsync()
        {
            if (await delivery.WaitAsync(end - time.GetUtcNow()) && State.Phase == phase)
                await Take(new RoundSignal.DeadlinePassed(phase, time.GetUtcNow()));
        }
    }

    [LoggerMessage(LogLevel.Information, "Round {Round} of collective '{Collective}' goes on here, where it stood: {Phase}.")]
    private static partial void LogGoesOn(ILogger log, int round, string collective, RoundPhase phase);

    [LoggerMessage(LogLevel.Error, "The proposals of round {Round} of collective '{Collective}' cannot be screened: {Reason}")]
    private static partial void LogUnscreened(ILogger log, int round, string collective, string reason);

    [LoggerMessage(LogLevel.Warning, "The weights of round {Round} of collective '{Collective}' are let go after a later one: {Reason}")]
    private static partial void LogUnsettled(ILogger log, int round, string collective, string reason);

    [LoggerMessage(LogLevel.Warning, "{Grain} could not save its state and is made anew: {Reason}")]
    private static partial void LogYield(ILogger log, GrainId grain, string reason);
}
