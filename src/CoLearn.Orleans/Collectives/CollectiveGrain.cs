using CoLearn.Learners;
using CoLearn.Registry;
using CoLearn.Rounds;
using Microsoft.Extensions.Logging;

namespace CoLearn.Collectives;

/// <summary>
/// A collective: it knows its learners and how far it has come, and begins one round after another. It never waits for a round or a learner:
/// after each change that is saved it does what its state asks for, and doing so twice does no harm.
/// </summary>
internal sealed class CollectiveGrain(
    [PersistentState("collective", StorageNames.CoLearn)] IPersistentState<CollectiveState> saved,
    IEnumerable<IProposerChoice> choices,
    TimeProvider time,
    ILogger<CollectiveGrain> log) : Grain, ICollectiveGrain
{
    private readonly LongPoll news = new(time);
    private RoundRecord? last;

    /// <summary>What is saved; readers never see more.</summary>
    private CollectiveState State { get; set; } = new();

    private IEnumerable<string> Choices => choices.Select(choice => choice.Name);

    private string Id => this.GetPrimaryKeyString();

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        State = saved.State;
        return Task.CompletedTask;
    }

    public async Task<CollectiveStatus> Create(CollectiveSettings settings)
    {
        if (State.Phase is not (CollectivePhase.Unknown or CollectivePhase.Refused) && !CollectiveState.Same(State.Settings!, settings))
            return State.Status(Id) with { Phase = CollectivePhase.Refused, Problem = "it exists already, with other settings; choose another id." };
        return await Change(State.Create(settings, RuleCheck.Problem(settings, Choices)));
    }

    public Task<CollectiveStatus> RunTo(int index) => Change(State.RunTo(index));

    public Task<CollectiveStatus> Pause() => Change(State.Pause(true));

    public Task<CollectiveStatus> Resume() => Change(State.Pause(false));

    public Task<CollectiveStatus> Cancel() => Change(State.Cancel());

    public Task Joined(JoinReport report)
    {
        // A rule that the model declares is checked here, one that was named when the collective was created has been.
        var mistakes = report.Rule is { } rule ? string.Join("; ", RuleCheck.Mistakes(rule, Choices)) : string.Empty;
        return Change(State.Join(mistakes.Length == 0 ? report : report with { Problem = $"learner '{report.Learner}' declares a rule that cannot work: {mistakes}." }));
    }

    public Task Stopped(string learner) => Change(State.Stop(learner));

    public Task Committed(RoundRecord record)
    {
        var next = State.Commit(record);
        if (next != State)
            last = record;
        return Change(next);
    }

    public async Task<CollectiveStatus> Status(long afterVersion)
    {
        await news.UntilAsync(() => State.Version > afterVersion);
        return State.Status(Id);
    }

    public async Task<IReadOnlyList<RoundRecord>> RecordsAfter(int index)
    {
        const int most = 64;
        await news.UntilAsync(() => State.Round > index || State.Phase is CollectivePhase.Cancelled or CollectivePhase.Refused or CollectivePhase.Unknown);
        if (last is { } newest && newest.Index == index + 1)
            return [newest];
        var wanted = Enumerable.Range(index + 1, Math.Clamp(State.Round - index, 0, most));
        var records = await Task.WhenAll(wanted.Select(round => RoundAt(round).Record()));
        return [.. records.TakeWhile(record => record is not null).Select(record => record!)];
    }

    private async Task<CollectiveStatus> Change(CollectiveState next)
    {
        var before = State;
        if (next == before)
            return State.Status(Id);

        saved.State = next;
        await saved.WriteStateAsync();
        State = next;
        GoOn(before);
        news.Pulse();
        return State.Status(Id);
    }

    /// <summary>Does what the new state asks for: let learners join, begin the next round, or let them stop.</summary>
    private void GoOn(CollectiveState before)
    {
        if (State.Phase == CollectivePhase.Joining && before.Phase != CollectivePhase.Joining)
        {
            Send(Registry.Add, "registering");
            foreach (var learner in State.Settings!.Learners)
                _ = JoinAsync(learner);
        }
        else if (State.Phase == CollectivePhase.Running && (before.Phase != CollectivePhase.Running || State.Round != before.Round))
        {
            var start = State.NextRound(Id);
            DelayDeactivation(start.ProposeWithin + start.VoteWithin);
            Send(_ => RoundAt(start.Index).Start(start), $"round {start.Index}", () => State.Round < start.Index);
        }
        else if (State.Phase == CollectivePhase.Cancelling && before.Phase != CollectivePhase.Cancelling)
        {
            if (State.Round < State.Target)
                Send(_ => RoundAt(State.Round + 1).Cancel(), "cancelling its round");
            foreach (var learner in State.Settings!.Learners)
                Send(_ => Learner(learner).Stop(), $"stopping of learner '{learner}'", () => !State.Stopped.Contains(learner));
        }

        if (State.Phase is CollectivePhase.Cancelled or CollectivePhase.Refused && before.Phase != State.Phase)
            Send(Registry.Remove, "unregistering");
    }

    private IRegistryGrain Registry => GrainFactory.GetGrain<IRegistryGrain>(0);

    private IRoundGrain RoundAt(int index) => GrainFactory.GetGrain<IRoundGrain>(index, Id, null);

    private ILearnerGrain Learner(string learner) => GrainFactory.GetLearner(State.Settings!.Model, Id, learner);

    private async Task JoinAsync(string learner)
    {
        var settings = State.Settings!;
        try
        {
            await Learner(learner).Join(new(Id, learner, settings.Model, settings.Seed, settings.Rule));
        }
        catch (Exception error)
        {
            Send(_ => GrainFactory.GetGrain<ICollectiveGrain>(Id).Joined(new(learner, error.Message)), $"refusal of learner '{learner}'");
        }
    }

    private void Send(Func<string, Task> send, string what, Func<bool>? wanted = null)
        => _ = Delivery.UntilTakenAsync(() => send(Id), wanted ?? (() => true), time, log, $"Collective '{Id}': {what}");
}
