using CoLearn.Collectives;
using CoLearn.Rounds;
using CoLearn.Telemetry;
using Microsoft.Extensions.Logging;

namespace CoLearn.Learners;

/// <summary>
/// A learner's grain. Requests return at once: the work goes to the compute queue, one piece at a time for a learner, and is reported when
/// it is done, until the report is taken. It keeps no weights.
/// </summary>
[LearnerPlacement, KeepAlive]
public abstract partial class LearnerGrain : Grain, ILearnerGrain
{
    private static readonly TimeSpan HandOver = TimeSpan.FromSeconds(2);

    private readonly LearnerServices services;
    private readonly LearnerDefinition definition;
    private readonly LearnerNotes notes;
    private readonly Delivery delivery;
    private readonly ILogger log;
    private readonly CancellationTokenSource stopping = new();
    private Task work = Task.CompletedTask;
    private LearnerKey key;
    private LearnerSeat? seat;
    private JoinRequest? joining;
    private WorkId? proposing;
    private WorkId? voting;
    private VoteReport? voted;
    private LearnerActivity activity;
    private WorkId? training;
    private Piece? current;
    private int newest = -1;

    private protected LearnerGrain(LearnerServices services, LearnerDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(services);
        this.services = services;
        this.definition = definition;
        log = services.Logs.CreateLogger<LearnerGrain>();
        notes = new(services.Notes, GrainContext.GrainId);
        delivery = new(services.Time, log);
    }

    /// <summary>What is saved.</summary>
    private LearnerNote Note => notes.Note;

    private ICollectiveGrain Collective => GrainFactory.GetGrain<ICollectiveGrain>(key.Collective);

    /// <inheritdoc />
    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        key = LearnerKey.Parse(this.GetPrimaryKeyString());
        return notes.ReadAsync();
    }

    /// <inheritdoc />
    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        await HaltAsync();
        await work.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        // A silo that stops hands its turn over: the round need not find out that the proposer is lost.
        if (training is { } lost)
            await Round(lost).Proposed(LostReport(lost, "its silo stopped.")).WaitAsync(HandOver, services.Time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        delivery.Dispose();
        seat?.Dispose();
        stopping.Dispose();
        notes.Dispose();
    }

    /// <inheritdoc />
    public Task Join(JoinRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (joining == request && seat is null)
            return Task.CompletedTask;
        joining = request;
        Then(LearnerActivity.Joining, null, cancellation => JoinAsync(request, cancellation));
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task Propose(ProposeRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (proposing == request.Work)
            return Task.CompletedTask;
        proposing = request.Work;
        Then(LearnerActivity.Proposing, request.Work.Round, cancellation => ProposeAsync(request, cancellation));
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task Expect(WorkId work, string proposalHash)
    {
        ArgumentNullException.ThrowIfNull(work);
        seat?.Expect(work.Round, proposalHash);
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task Vote(VoteRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (voting == request.Work)
            return Task.CompletedTask;
        voting = request.Work;
        Then(LearnerActivity.Voting, request.Work.Round, cancellation => VoteAsync(request, cancellation));
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public async Task Accept(AcceptRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        using var span = Instruments.Begin(TelemetryNames.Accept, request.TraceParent, key.Collective, request.Work.Round, key.Learner);
        span?.SetTag(TelemetryNames.Outcome, request.Accepted ? "accepted" : "left");
        // Its round is over: nobody can use what it still trains. A late vote has a use, since the next record lists it.
        if (current is { Doing: LearnerActivity.Proposing } piece && piece.Round <= request.Work.Round)
            piece.Drop();
        await StandAsync(new(request.Work.Round, request.AcceptedHash, request.RecordHash));
        await services.Weights.SettleAsync(new(key.Collective, request.Work.Round), request.Accepted ? request.ProposalHash : null);
        services.Faults.Pass(FaultPoint.AcceptNoted, key.Collective, request.Work.Round);
        services.Reports.Confirmed(new(request.Work, request.RecordHash));
    }

    /// <inheritdoc />
    public async Task Stop()
    {
        await HaltAsync();
        Then(LearnerActivity.Stopped, null, _ => StopAsync());
    }

    /// <inheritdoc />
    public Task<LearnerStatus> Status() => Task.FromResult(new LearnerStatus(
        key.Collective, key.Learner, activity, Note.Standing?.Round ?? -1, Note.Standing?.AcceptedHash, Note.Standing?.Head, seat?.Evaluations ?? 0));

    private async Task JoinAsync(JoinRequest request, CancellationToken cancellation)
    {
        JoinReport report;
        try
        {
            seat ??= await LearnerSeat.TakeAsync(definition, request, services, cancellation);
            report = seat.Report;
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            joining = null;
            report = new(key.Learner, Reasons.Of(error));
        }

        Report(report);
    }

    private async Task ProposeAsync(ProposeRequest request, CancellationToken cancellation)
    {
        using var span = Instruments.Begin(TelemetryNames.Propose, request.TraceParent, key.Collective, request.Work.Round, key.Learner);
        var report = Note switch
        {
            { Report: { } known } when known.Work == request.Work => known,
            { Begun: { } begun } when begun == request.Work => LostReport(begun, "its silo was started anew."),
            _ => await TrainAsync(request, span?.Id, cancellation),
        };
        services.Faults.Pass(FaultPoint.ProposalNoted, key.Collective, request.Work.Round);
        span?.SetTag(TelemetryNames.WeightsHash, report.Proposal?.WeightsHash)
            .SetTag(TelemetryNames.WeightsBytes, report.Proposal?.Bytes)
            .SetTag(TelemetryNames.Reason, report.Reason);
        _ = Report(request.Work, () => Round(request.Work).Proposed(report));
    }

    /// <summary>Trains, once: that it was begun is noted before, and what came of it after.</summary>
    private async Task<ProposalReport> TrainAsync(ProposeRequest request, string? traceParent, CancellationToken cancellation)
    {
        if (await CatchUpAsync(request.Work.Round, request.AcceptedHash, request.PreviousHash) is { } contradiction)
            return new(request.Work, null, contradiction);
        await SaveAsync(note => note with { Begun = request.Work, Report = null });
        services.Faults.Pass(FaultPoint.TrainingNoted, key.Collective, request.Work.Round);
        training = request.Work;
        try
        {
            var report = await AttemptAsync(request, traceParent, cancellation);
            await SaveAsync(note => note with { Report = report });
            training = null;
            return report;
        }
        catch (OperationCanceledException) when (!stopping.IsCancellationRequested)
        {
            training = null;
            throw;
        }
    }

    private async Task<ProposalReport> AttemptAsync(ProposeRequest request, string? traceParent, CancellationToken cancellation)
    {
        try
        {
            var present = await SeatAsync();
            var weights = await present.ProposeAsync(request, traceParent, cancellation);
            await services.Weights.PutAsync(new(key.Collective, request.Work.Round), weights);
            return new(request.Work, new(key.Learner, weights.Hash, weights.Format, weights.Bytes.Length, present.Report.Data!.TrainExamples, definition.Fingerprint));
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            return new(request.Work, null, Reasons.Of(error));
        }
    }

    private async Task VoteAsync(VoteRequest request, CancellationToken cancellation)
    {
        using var span = Instruments.Begin(TelemetryNames.Vote, request.TraceParent, key.Collective, request.Work.Round, key.Learner);
        if (voted?.Work != request.Work)
            voted = new(request.Work, request.ProposalHash, await AnswerAsync(request, span?.Id, cancellation));

        var answered = voted;
        var vote = answered.Vote;
        span?.SetTag(TelemetryNames.VoteAnswer, Instruments.Name(vote.Answer))
            .SetTag(TelemetryNames.VoteApprove, vote.Answer == VoteAnswer.Approve)
            .SetTag(TelemetryNames.VoteScore, vote.VoteScore)
            .SetTag(TelemetryNames.TestScore, vote.TestScore)
            .SetTag(TelemetryNames.Reason, vote.Reason);
        services.Reports.Voted(answered);
    }

    private async Task<Vote> AnswerAsync(VoteRequest request, string? traceParent, CancellationToken cancellation)
    {
        try
        {
            if (await CatchUpAsync(request.Work.Round, request.AcceptedHash, request.PreviousHash) is { } contradiction)
                return new(key.Learner, request.Elector, VoteAnswer.Abstain, Reason: contradiction);
            return await (await SeatAsync()).VoteAsync(request, traceParent, cancellation);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            return new(key.Learner, request.Elector, VoteAnswer.Abstain, Reason: Reasons.Of(error));
        }
    }

    /// <summary>Drops what is being done, and what waits.</summary>
    private Task HaltAsync()
    {
        current?.Drop();
        return stopping.CancelAsync();
    }

    private Task StopAsync()
    {
        seat?.Dispose();
        seat = null;
        _ = Deliver(() => Collective.Stopped(key.Learner), () => $"Stopping of learner '{key.Learner}'");
        DeactivateOnIdle();
        return Task.CompletedTask;
    }

    /// <summary>The learner with its data; after the grain was made anew it joins again by what the collective knows.</summary>
    private async Task<LearnerSeat> SeatAsync()
    {
        if (seat is not null)
            return seat;
        var status = await Collective.Status(-1);
        if (status.Phase is CollectivePhase.Cancelling or CollectivePhase.Finishing || status.HasEnded)
            throw new OperationCanceledException();
        if (!status.Learners.Contains(key.Learner))
            throw new InvalidOperationException("It has left the collective.");
        var request = new JoinRequest(key.Collective, key.Learner, definition.Name, status.Seed, status.Rule);
        seat = await LearnerSeat.TakeAsync(definition, request, services, stopping.Token);
        // Its silo may have been started anew, with other settings.
        Report(seat.Report);
        return seat;
    }

    private void Report(JoinReport report) => _ = Deliver(() => Collective.Joined(report), () => $"Joining of learner '{key.Learner}'");

    /// <summary>
    /// Puts a piece of work behind the learner's earlier ones; those of earlier rounds are dropped, so that a learner that is late once is not late ever
    /// after. To join and to stop are no round's. A grain's continuations run on its own scheduler, turn by turn.
    /// </summary>
    private void Then(LearnerActivity doing, int? round, Func<CancellationToken, Task> next)
    {
        newest = Math.Max(newest, round ?? newest);
        if (current?.Round < newest)
            current.Drop();
        work = RunAsync(work);

        async Task RunAsync(Task before)
        {
            await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
            if (round < newest || (stopping.IsCancellationRequested && doing != LearnerActivity.Stopped))
                return;
            activity = doing;
            using var piece = current = new(doing, round);
            try
            {
                await next(piece.Cancellation);
            }
            catch (OperationCanceledException error) when (error is not TaskCanceledException || piece.Cancellation.IsCancellationRequested || stopping.IsCancellationRequested)
            {
                // The collective was cancelled, or the piece was dropped: there is nothing to report. What took too long elsewhere is told like other failures.
            }
            catch (Exception error)
            {
                // What was asked is asked again, and answered by what is noted.
                LogAnew(log, key, error.Message);
                DeactivateOnIdle();
            }

            current = null;
            activity = doing == LearnerActivity.Stopped ? LearnerActivity.Stopped : LearnerActivity.Idle;
        }
    }

    [LoggerMessage(LogLevel.Warning, "Learner {Key} is made anew: {Reason}")]
    private static partial void LogAnew(ILogger log, LearnerKey key, string reason);

    private Task Report(WorkId about, Func<Task> report)
        => Deliver(report, () => $"Report of learner '{about.Learner}' on round {about.Round} of collective '{about.Collective}'");

    private IRoundGrain Round(WorkId about) => GrainFactory.GetGrain<IRoundGrain>(about.Round, about.Collective, null);

    private Task Deliver(Func<Task> send, Func<string> what) => delivery.UntilTakenAsync(send, () => true, what);

    private ProposalReport LostReport(WorkId about, string reason) => new(about, null, reason, RoundFailure.ProposerLost);

    /// <summary>A request tells what became of the rounds before, to one that was not told; what contradicts the known head is not believed.</summary>
    private async Task<string?> CatchUpAsync(int round, string? acceptedHash, string previousHash)
    {
        if (Note.Standing?.Contradiction(round, previousHash) is { } contradiction)
            return contradiction;
        if (round > 0)
            await StandAsync(new(round - 1, acceptedHash, previousHash));
        return null;
    }

    private Task StandAsync(Standing standing)
        => SaveAsync(note => standing.Round > (note.Standing?.Round ?? -1) ? note with { Standing = standing } : note);

    /// <summary>Where it cannot, it is not known any more what is saved: the next activation reads it.</summary>
    private async Task SaveAsync(Func<LearnerNote, LearnerNote> change)
    {
        try
        {
            await notes.ChangeAsync(change);
        }
        catch
        {
            DeactivateOnIdle();
            throw;
        }
    }
}
