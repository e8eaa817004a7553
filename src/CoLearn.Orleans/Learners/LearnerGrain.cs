using CoLearn.Collectives;
using CoLearn.Rounds;
using CoLearn.Telemetry;
using Microsoft.Extensions.Logging;

namespace CoLearn.Learners;

/// <summary>
/// A learner's grain. Requests return at once: the work goes to the compute queue, one piece at a time for a learner, and is reported when
/// it is done, until the report is taken. It keeps no weights; derived classes are generated beside <see cref="LearnerAttribute">[Learner]</see> classes.
/// </summary>
/// <typeparam name="TModel">The learner's model.</typeparam>
[LearnerPlacement, KeepAlive]
public abstract class LearnerGrain<TModel> : Grain, ILearnerGrain
    where TModel : ILearnerModel
{
    private readonly LearnerServices services;
    private readonly IPersistentState<ProposalNote> note;
    private readonly ILogger log;
    private readonly CancellationTokenSource stopping = new();
    private Task work = Task.CompletedTask;
    private LearnerKey key;
    private LearnerSeat? seat;
    private JoinRequest? joining;
    private WorkId? proposing;
    private WorkId? voting;
    private VoteReport? voted;
    private AcceptRequest? accepted;
    private LearnerActivity activity;

    /// <summary>Made by Orleans.</summary>
    /// <param name="services">What the silo provides.</param>
    protected LearnerGrain(LearnerServices services)
    {
        ArgumentNullException.ThrowIfNull(services);
        this.services = services;
        log = services.Logs.CreateLogger<LearnerGrain<TModel>>();
        note = services.States.Create<ProposalNote>(GrainContext, new PersistentStateAttribute("proposal", StorageNames.CoLearn));
    }

    private ICollectiveGrain Collective => GrainFactory.GetGrain<ICollectiveGrain>(key.Collective);

    /// <inheritdoc />
    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        key = LearnerKey.Parse(this.GetPrimaryKeyString());
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        await stopping.CancelAsync();
        await work.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        seat?.Dispose();
        stopping.Dispose();
    }

    /// <inheritdoc />
    public Task Join(JoinRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (joining == request && seat is null)
            return Task.CompletedTask;
        joining = request;
        Then(LearnerActivity.Joining, () => JoinAsync(request));
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task Propose(ProposeRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (proposing == request.Work)
            return Task.CompletedTask;
        proposing = request.Work;
        Then(LearnerActivity.Proposing, () => ProposeAsync(request));
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task Vote(VoteRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (voting == request.Work)
            return Task.CompletedTask;
        voting = request.Work;
        Then(LearnerActivity.Voting, () => VoteAsync(request));
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public async Task Accept(AcceptRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        using var span = Instruments.Begin(TelemetryNames.Accept, request.TraceParent, key.Collective, request.Work.Round, key.Learner);
        span?.SetTag(TelemetryNames.Outcome, request.Accepted ? "accepted" : "left");
        if (accepted is null || request.Work.Round >= accepted.Work.Round)
            accepted = request;
        await services.Weights.SettleAsync(new(key.Collective, request.Work.Round), request.Accepted ? request.ProposalHash : null);
        _ = Report(request.Work, round => round.Confirmed(new(request.Work, request.RecordHash)));
    }

    /// <inheritdoc />
    public async Task Stop()
    {
        await stopping.CancelAsync();
        Then(LearnerActivity.Stopped, StopAsync);
    }

    /// <inheritdoc />
    public Task<LearnerStatus> Status() => Task.FromResult(new LearnerStatus(
        key.Collective, key.Learner, activity, accepted?.Work.Round ?? -1, accepted?.AcceptedHash, accepted?.RecordHash, seat?.Evaluations ?? 0));

    private async Task JoinAsync(JoinRequest request)
    {
        JoinReport report;
        try
        {
            seat ??= await LearnerSeat.TakeAsync(TModel.Definition, request, services, stopping.Token);
            report = seat.Report;
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            joining = null;
            report = new(key.Learner, error.Message);
        }

        Report(report);
    }

    private async Task ProposeAsync(ProposeRequest request)
    {
        using var span = Instruments.Begin(TelemetryNames.Propose, request.TraceParent, key.Collective, request.Work.Round, key.Learner);
        if (note.State.Report?.Work != request.Work)
        {
            var report = await AttemptAsync(request, span?.Id);
            note.State = new() { Report = report };
            await note.WriteStateAsync();
        }

        // Held here: by the time a report is sent again, the note may be about a later round.
        var proposed = note.State.Report!;
        span?.SetTag(TelemetryNames.WeightsHash, proposed.Proposal?.WeightsHash)
            .SetTag(TelemetryNames.WeightsBytes, proposed.Proposal?.Bytes)
            .SetTag(TelemetryNames.Reason, proposed.Reason);
        _ = Report(request.Work, round => round.Proposed(proposed));
    }

    private async Task<ProposalReport> AttemptAsync(ProposeRequest request, string? traceParent)
    {
        try
        {
            var present = await SeatAsync();
            var weights = await present.ProposeAsync(request, traceParent, stopping.Token);
            await services.Weights.PutAsync(new(key.Collective, request.Work.Round), weights);
            return new(request.Work, new(key.Learner, weights.Hash, weights.Format, weights.Bytes.Length, present.Report.Data!.TrainExamples, TModel.Definition.Fingerprint));
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            return new(request.Work, null, error.Message);
        }
    }

    private async Task VoteAsync(VoteRequest request)
    {
        using var span = Instruments.Begin(TelemetryNames.Vote, request.TraceParent, key.Collective, request.Work.Round, key.Learner);
        if (voted?.Work != request.Work)
            voted = new(request.Work, request.ProposalHash, await AnswerAsync(request, span?.Id));

        var answered = voted;
        var vote = answered.Vote;
        span?.SetTag(TelemetryNames.VoteAnswer, Instruments.Name(vote.Answer))
            .SetTag(TelemetryNames.VoteApprove, vote.Answer == VoteAnswer.Approve)
            .SetTag(TelemetryNames.VoteScore, vote.VoteScore)
            .SetTag(TelemetryNames.TestScore, vote.TestScore)
            .SetTag(TelemetryNames.Reason, vote.Reason);
        _ = Report(request.Work, round => round.Voted(answered));
    }

    private async Task<Vote> AnswerAsync(VoteRequest request, string? traceParent)
    {
        try
        {
            return await (await SeatAsync()).VoteAsync(request, traceParent, stopping.Token);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            return new(key.Learner, request.Elector, VoteAnswer.Abstain, Reason: error.Message);
        }
    }

    private Task StopAsync()
    {
        seat?.Dispose();
        seat = null;
        _ = Deliver(() => Collective.Stopped(key.Learner), $"Stopping of learner '{key.Learner}'");
        DeactivateOnIdle();
        return Task.CompletedTask;
    }

    /// <summary>The learner with its data; after the grain was made anew it joins again by what the collective knows.</summary>
    private async Task<LearnerSeat> SeatAsync()
    {
        if (seat is not null)
            return seat;
        var status = await Collective.Status(-1);
        if (status.Phase is CollectivePhase.Cancelling or CollectivePhase.Cancelled)
            throw new OperationCanceledException();
        var request = new JoinRequest(key.Collective, key.Learner, TModel.Definition.Name, status.Seed, status.Rule);
        seat = await LearnerSeat.TakeAsync(TModel.Definition, request, services, stopping.Token);
        // Its silo may have been started anew, with other settings.
        Report(seat.Report);
        return seat;
    }

    private void Report(JoinReport report) => _ = Deliver(() => Collective.Joined(report), $"Joining of learner '{key.Learner}'");

    /// <summary>Puts work behind the learner's earlier work. A grain's continuations run on its own scheduler, turn by turn.</summary>
    private void Then(LearnerActivity doing, Func<Task> next)
    {
        work = RunAsync(work);

        async Task RunAsync(Task before)
        {
            await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
            activity = doing;
            try
            {
                await next();
            }
            catch (OperationCanceledException)
            {
                // The collective was cancelled: there is nothing to report.
            }

            activity = doing == LearnerActivity.Stopped ? LearnerActivity.Stopped : LearnerActivity.Idle;
        }
    }

    private Task Report(WorkId about, Func<IRoundGrain, Task> report)
    {
        var round = GrainFactory.GetGrain<IRoundGrain>(about.Round, about.Collective, null);
        return Deliver(() => report(round), $"Report of learner '{about.Learner}' on round {about.Round} of collective '{about.Collective}'");
    }

    private Task Deliver(Func<Task> send, string what) => Delivery.UntilTakenAsync(send, () => true, services.Time, log, what);
}
