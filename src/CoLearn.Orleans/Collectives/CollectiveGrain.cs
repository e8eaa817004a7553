using CoLearn.Faults;
using CoLearn.Learners;
using CoLearn.Registry;
using CoLearn.Rounds;
using Microsoft.Extensions.Logging;
using Orleans.Concurrency;

namespace CoLearn.Collectives;

/// <summary>
/// A collective: it knows its learners and how far it has come, and begins one round after another. It never waits for a round or a learner:
/// after each change that is saved it does what its state asks for, and doing so twice does no harm; so it goes on after a crash.
/// </summary>
[Reentrant]
internal sealed partial class CollectiveGrain(
    [PersistentState("collective", StorageNames.CoLearn)] IPersistentState<CollectiveState> saved,
    [PersistentState("members", StorageNames.CoLearn)] IPersistentState<Members> members,
    Proposers proposers,
    FaultPoints faults,
    ClusterView cluster,
    TimeProvider time,
    ILogger<CollectiveGrain> log) : Grain, ICollectiveGrain
{
    private readonly LongPoll news = new(time);
    private readonly Delivery delivery = new(time, log);
    private readonly Questions questions = new(time, () => cluster.Number, log);
    private Groups<Func<CollectiveState, CollectiveState>>? changes;
    private RoundRecord? last;

    /// <summary>What is saved; readers never see more.</summary>
    private CollectiveState State { get; set; } = new();

    private string Id => this.GetPrimaryKeyString();

    /// <summary>What comes up beside a call goes through one of its own, so that changes are saved one after another.</summary>
    private ICollectiveGrain Self => GrainFactory.GetGrain<ICollectiveGrain>(Id);

    private IRegistryGrain Registry => GrainFactory.GetGrain<IRegistryGrain>(0);

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        State = CollectiveState.Saved(saved.State, members.State);
        if (State.Phase is CollectivePhase.Running)
            LogGoesOn(log, Id, State.Round);
        GoOn(new());
        return Task.CompletedTask;
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        End();
        return Task.CompletedTask;
    }

    public async Task<CollectiveStatus> Create(CollectiveSettings settings)
    {
        var problem = RuleCheck.Problem(settings, proposers.Choices);
        var status = await ChangeAndTell(state => state.IsTaken && !CollectiveState.Same(state.Settings!, settings) ? state : state.Create(settings, problem));
        return CollectiveState.Same(State.Settings!, settings)
            ? status
            : status with { Phase = CollectivePhase.Refused, Problem = "it exists already, with other settings; choose another id." };
    }

    public Task<CollectiveStatus> RunTo(int index) => ChangeAndTell(state => state.RunTo(index));

    public Task<CollectiveStatus> Pause() => ChangeAndTell(state => state.Pause(true));

    public Task<CollectiveStatus> Resume() => ChangeAndTell(state => state.Pause(false));

    public Task<CollectiveStatus> Finish() => ChangeAndTell(state => state.Finish());

    public Task<CollectiveStatus> Cancel() => ChangeAndTell(state => state.Cancel());

    public Task<CollectiveStatus> Invite(string learner) => ChangeAndTell(state => state.Invite(learner));

    public Task<CollectiveStatus> Leave(string learner) => ChangeAndTell(state => state.Leave(learner));

    public Task Joined(JoinReport report)
    {
        // A rule that the model declares is checked here, one that was named when the collective was created has been.
        var mistakes = report.Rule is { } rule ? string.Join("; ", RuleCheck.Mistakes(rule, proposers.Choices)) : string.Empty;
        var checkedReport = mistakes.Length == 0 ? report : report with { Problem = $"learner '{report.Learner}' declares a rule that cannot work: {mistakes}." };
        return Change(state => state.Join(checkedReport));
    }

    public Task Stopped(string learner) => Change(state => state.Stop(learner));

    public async Task Committed(RoundRecord record)
    {
        var round = State.Round;
        await Change(state => state.Commit(record));
        if (record.Index <= round || record.Hash != State.Head)
            return;
        last = record;
        faults.Pass(FaultPoint.RecordSaved, Id, record.Index);
    }

    public Task<AcceptedWeights?> Wake()
    {
        // The round, too, may have lost its silo, and so may a learner while it joined.
        if (State.RoundRuns)
            RoundAt(State.Begun).Start(State.NextRound(Id)).Ignore();
        if (State.Phase == CollectivePhase.Joining)
            AskToJoin(State.Learners.Where(learner => !State.Joined.ContainsKey(learner)));
        AskToJoin(State.Invited);
        return Task.FromResult<AcceptedWeights?>(State.AcceptedHash is { } hash ? new(State.Settings!.Model, State.Round, hash) : null);
    }

    public async Task<CollectiveStatus> Status(long afterVersion)
    {
        await news.UntilAsync(() => State.Version > afterVersion);
        return State.Status(Id);
    }

    public async Task<IReadOnlyList<RoundRecord>> RecordsAfter(int index, bool whileRunning)
    {
        // Many learners' records would be too much for a message.
        const int mostVotes = 8192;
        var most = Math.Clamp(mostVotes / Math.Max(1, State.Learners.Count), 1, 64);
        await news.UntilAsync(() => State.Round > index || (whileRunning ? State.Phase is not (CollectivePhase.Running or CollectivePhase.Paused or CollectivePhase.Joining) : HasEnded));
        if (last is { } newest && newest.Index == index + 1)
            return [newest];
        var wanted = Enumerable.Range(index + 1, Math.Clamp(State.Round - index, 0, most));
        var records = await Task.WhenAll(wanted.Select(round => RoundAt(round).Record()));
        return [.. records.TakeWhile(record => record is not null).Select(record => record!)];
    }

    private void End()
    {
        delivery.Dispose();
        questions.Dispose();
    }

    private bool HasEnded => State.Phase is CollectivePhase.Finished or CollectivePhase.Cancelled or CollectivePhase.Refused or CollectivePhase.Unknown;

    private async Task<CollectiveStatus> ChangeAndTell(Func<CollectiveState, CollectiveState> change)
    {
        await Change(change);
        return State.Status(Id);
    }

    /// <summary>Changes that come while one is saved are saved together.</summary>
    private Task Change(Func<CollectiveState, CollectiveState> change) => (changes ??= new(ChangeAsync)).Add(change);

    private async Task ChangeAsync(IReadOnlyList<Func<CollectiveState, CollectiveState>> group)
    {
        var before = State;
        var next = group.Aggregate(before, (state, change) => change(state));
        if (next == before)
            return;

        try
        {
            saved.State = next;
            await saved.WriteStateAsync();
            if (next.Joined != before.Joined)
            {
                members.State = new(next.Joined);
                await members.WriteStateAsync();
            }
        }
        catch
        {
            // What is saved is not known any more, or another activation saved it: this one yields, and the next one reads.
            End();
            DeactivateOnIdle();
            throw;
        }

        State = next;
        GoOn(before);
        news.Pulse();
    }

    /// <summary>Does what the new state asks for: let learners join, begin the next round, or let learners stop.</summary>
    private void GoOn(CollectiveState before)
    {
        if (State.Settings is null)
            return;
        if (State.Phase == CollectivePhase.Joining && before.Phase != CollectivePhase.Joining)
        {
            Send(Registry.Add, "registering");
            AskToJoin(State.Learners.Where(learner => !State.Joined.ContainsKey(learner)));
        }

        AskToJoin(State.Invited.Except(before.Invited));
        if (State.RoundRuns && State.Begun != before.Begun)
        {
            var start = State.NextRound(Id);
            DelayDeactivation(start.Rule.ProposeWithin + start.Rule.VoteWithin);
            Send(_ => RoundAt(start.Index).Start(start), $"round {start.Index}", () => State.Round < start.Index);
        }

        if (State.Cancelled && !before.Cancelled && State.RoundRuns)
            Send(_ => RoundAt(State.Begun).Cancel(), "cancelling its round", () => State.RoundRuns);
        if (IsEnding(State) && !IsEnding(before))
            StopLearners(State.Learners, learner => !State.Stopped.Contains(learner));
        StopLearners(State.Leaving.Except(before.Leaving), learner => State.Leaving.Contains(learner));
        if (HasEnded && before.Phase != State.Phase)
            Send(Registry.Remove, "unregistering");
    }

    private static bool IsEnding(CollectiveState state) => state.Phase is CollectivePhase.Cancelling or CollectivePhase.Finishing;

    private IRoundGrain RoundAt(int index) => GrainFactory.GetGrain<IRoundGrain>(index, Id, null);

    private ILearnerGrain Learner(string learner) => GrainFactory.GetLearner(State.Settings!.Model, Id, learner);

    private void StopLearners(IEnumerable<string> learners, Func<string, bool> wanted)
    {
        foreach (var learner in learners.Where(wanted))
            questions.Ask(new StopQuestion(learner, Learner(learner).Stop, wanted, State.Rule?.Grace ?? TimeSpan.Zero, Self.Stopped));
    }

    private void AskToJoin(IEnumerable<string> learners)
    {
        foreach (var learner in learners)
            _ = AskAsync(learner);

        async Task AskAsync(string learner)
        {
            var settings = State.Settings!;
            try
            {
                await Learner(learner).Join(new(Id, learner, settings.Model, settings.Seed, State.Rule ?? settings.Rule));
            }
            catch (Exception passing) when (passing is OrleansMessageRejectionException or TimeoutException)
            {
                // Its silo has died, which is not known yet: whoever wakes the collective lets it ask again.
                LogAskedAgain(log, Id, learner, passing.Message);
            }
            catch (Exception error)
            {
                Send(_ => Self.Joined(new(learner, error.Message)), $"refusal of learner '{learner}'");
            }
        }
    }

    private void Send(Func<string, Task> send, string what, Func<bool>? wanted = null)
        => _ = delivery.UntilTakenAsync(() => send(Id), wanted ?? (() => true), () => $"Collective '{Id}': {what}");

    [LoggerMessage(LogLevel.Information, "Collective '{Collective}' goes on here, after round {Round}.")]
    private static partial void LogGoesOn(ILogger log, string collective, int round);

    [LoggerMessage(LogLevel.Warning, "Collective '{Collective}' asks learner '{Learner}' to join again: {Reason}")]
    private static partial void LogAskedAgain(ILogger log, string collective, string learner, string reason);
}
