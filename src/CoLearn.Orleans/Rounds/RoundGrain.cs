using System.Diagnostics;
using CoLearn.Collectives;
using CoLearn.Learners;
using CoLearn.Telemetry;
using Microsoft.Extensions.Logging;
using Orleans.Concurrency;

namespace CoLearn.Rounds;

/// <summary>
/// One round: choose the proposer, ask for a proposal, gather the votes, tally, accept or leave. <see cref="Round.Apply"/> decides; the grain
/// loads, applies, saves and sends, and nothing is sent that was not saved. One write is in flight; signals that come meanwhile share the next.
/// </summary>
[Reentrant]
internal sealed class RoundGrain(
    [PersistentState("round", StorageNames.CoLearn)] IPersistentState<RoundState> saved,
    IEnumerable<IProposerChoice> choices,
    TimeProvider time,
    ILogger<RoundGrain> log) : Grain, IRoundGrain
{
    private readonly LongPoll news = new(time);
    private List<(RoundSignal Signal, TaskCompletionSource Taken)> pending = [];
    private bool applying;
    private IGrainTimer? deadline;
    private Activity? span;

    /// <summary>What is saved; readers never see more.</summary>
    private RoundState State { get; set; } = new();

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        State = saved.State;
        return Task.CompletedTask;
    }

    public Task Start(RoundStart start)
    {
        var turn = new ProposerTurn(start.Index, start.Learners, start.Seed);
        var proposer = start.AcceptedHash is null
            ? start.Learners[start.Index % start.Learners.Count]
            : choices.Single(choice => choice.Name == start.Rule.ProposerChoice).Choose(turn);
        return Take(new RoundSignal.Started(start, proposer, time.GetUtcNow()));
    }

    public Task Proposed(ProposalReport report) => Take(new RoundSignal.Proposed(report, time.GetUtcNow()));

    public Task Voted(VoteReport report) => Take(new RoundSignal.Voted(report, time.GetUtcNow()));

    public Task Confirmed(ConfirmReport report) => Take(new RoundSignal.Confirmed(report, time.GetUtcNow()));

    public Task Cancel() => Take(new RoundSignal.Cancelled(time.GetUtcNow()));

    public Task<RoundRecord?> Record() => Task.FromResult(State.Record);

    public async Task<IReadOnlyList<RoundEvent>> EventsAfter(int sequence)
    {
        await news.UntilAsync(() => State.Events.Count > sequence);
        return [.. State.Events.Skip(sequence)];
    }

    private async Task Take(RoundSignal signal)
    {
        var taken = new TaskCompletionSource();
        pending.Add((signal, taken));
        if (!applying)
            await ApplyAllAsync();
        await taken.Task;
    }

    private async Task ApplyAllAsync()
    {
        applying = true;
        while (pending.Count > 0)
        {
            var batch = pending;
            pending = [];
            try
            {
                await ApplyAsync(batch.Select(item => item.Signal));
                batch.ForEach(item => item.Taken.SetResult());
            }
            catch (Exception error)
            {
                batch.ForEach(item => item.Taken.SetException(error));
            }
        }

        applying = false;
    }

    private async Task ApplyAsync(IEnumerable<RoundSignal> signals)
    {
        var before = State;
        var next = before;
        var commands = new List<RoundCommand>();
        foreach (var signal in signals)
        {
            (next, var further) = Round.Apply(next, signal);
            commands.AddRange(further);
        }

        if (next == before)
            return;
        if (before.Start is null && next.Start is { } start)
        {
            span = Instruments.BeginRound(start.Collective, start.Index, start.Model);
            next = next with { TraceParent = span?.Id };
        }

        saved.State = next;
        await saved.WriteStateAsync();
        var concluded = next.Record is not null && before.Record is null;
        State = concluded ? RoundNotes.Committed(next, time.GetUtcNow()) : next;

        SetDeadline(before.Phase);
        if (concluded)
            EndSpan(State.Record!);
        commands.ForEach(Send);
        news.Pulse();
    }

    private void Send(RoundCommand command)
    {
        var around = Activity.Current;
        Activity.Current = span;
        _ = command switch
        {
            RoundCommand.AskProposal ask => Deliver(ask.Learner, learner => learner.Propose(Requests.Propose(State)), () => State.Phase == RoundPhase.Proposing),
            RoundCommand.AskVote ask => Deliver(ask.Learner, learner => learner.Vote(Requests.Vote(State, ask.Learner)), () => State.Phase == RoundPhase.Voting),
            RoundCommand.TellOutcome tell => Deliver(
                tell.Learner, learner => learner.Accept(Requests.Accept(State, tell.Learner)), () => !State.Confirmed.Contains(tell.Learner)),
            RoundCommand.Advance => Delivery.UntilTakenAsync(
                () => GrainFactory.GetGrain<ICollectiveGrain>(State.Start!.Collective).Committed(State.Record!),
                () => true,
                time,
                log,
                $"Record {State.Start!.Index} of collective '{State.Start.Collective}'"),
            _ => throw new UnreachableException(),
        };
        Activity.Current = around;
    }

    private Task Deliver(string learner, Func<ILearnerGrain, Task> send, Func<bool> wanted)
    {
        var start = State.Start!;
        var grain = GrainFactory.GetLearner(start.Model, start.Collective, learner);
        return Delivery.UntilTakenAsync(() => send(grain), wanted, time, log, $"Round {start.Index} of collective '{start.Collective}' for learner '{learner}'");
    }

    private void SetDeadline(RoundPhase before)
    {
        var phase = State.Phase;
        if (phase == before)
            return;

        deadline?.Dispose();
        deadline = null;
        if (phase is not (RoundPhase.Proposing or RoundPhase.Voting))
            return;

        var within = phase == RoundPhase.Proposing ? State.Start!.ProposeWithin : State.Start!.VoteWithin;
        DelayDeactivation(within + within);
        deadline = this.RegisterGrainTimer(
            () => Take(new RoundSignal.DeadlinePassed(phase, time.GetUtcNow())),
            new GrainTimerCreationOptions { DueTime = within, Period = Timeout.InfiniteTimeSpan, Interleave = true });
    }

    private void EndSpan(RoundRecord record)
    {
        Instruments.Measure(record);
        span?.SetTag(TelemetryNames.Outcome, Instruments.Name(record.Outcome))
            .SetTag(TelemetryNames.Proposer, string.Join(',', record.Facts.Proposers))
            .SetTag(TelemetryNames.WeightsHash, record.Facts.ProposalHash)
            .SetTag(TelemetryNames.Approvals, record.Facts.Approvals)
            .SetTag(TelemetryNames.Electors, record.Facts.Electors.Count)
            .SetTag(TelemetryNames.Reason, record.Facts.Reason)
            .Stop();
    }
}
