using System.Runtime.CompilerServices;
using CoLearn.Collectives;
using CoLearn.Ledger;
using CoLearn.Rounds;

namespace CoLearn;

/// <summary>
/// A collective as a client sees it. It holds nothing: every call asks the cluster, and reading goes on from an index, so that it survives
/// a lost connection. Get one by <see cref="CollectiveExtensions.GetCollective"/>.
/// </summary>
public sealed class Collective
{
    private readonly IGrainFactory grains;

    internal Collective(IGrainFactory grains, string id)
    {
        this.grains = grains;
        Id = id;
    }

    /// <summary>The collective's id.</summary>
    public string Id { get; }

    private ICollectiveGrain Grain => grains.GetGrain<ICollectiveGrain>(Id);

    /// <summary>Creates the collective and waits until its learners have joined and the initial round has made them equal.</summary>
    /// <param name="settings">Model, learners, seed and rule.</param>
    /// <param name="cancellation">Stops waiting; the collective goes on.</param>
    /// <returns>Its status.</returns>
    /// <exception cref="CollectiveException">The cluster refused; the message says why.</exception>
    public async Task<CollectiveStatus> CreateAsync(CollectiveSettings settings, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(settings);
        Known(await Ask(() => Grain.Create(settings), cancellation));
        return await WaitAsync(status => status.AcceptedHash is not null, cancellation);
    }

    /// <summary>Runs one more round.</summary>
    /// <param name="cancellation">Stops waiting; the collective goes on.</param>
    /// <returns>Its record.</returns>
    /// <exception cref="CollectiveException">The collective does not exist or has ended.</exception>
    public async Task<RoundRecord> RunRoundAsync(CancellationToken cancellation = default)
    {
        await foreach (var record in RunAsync(1, cancellation))
            return record;
        throw new CollectiveException($"Collective '{Id}' ended before the round was done.");
    }

    /// <summary>Runs further rounds and yields each as it is done. Meanwhile nobody else should run rounds of this collective.</summary>
    /// <param name="rounds">How many, at least 0.</param>
    /// <param name="cancellation">Stops following; the collective goes on. To end it, see <see cref="CancelAsync"/>.</param>
    /// <returns>As many records; fewer where it stops early, as its status then says, or ends meanwhile.</returns>
    /// <exception cref="CollectiveException">The collective does not exist or has ended.</exception>
    public async IAsyncEnumerable<RoundRecord> RunAsync(int rounds, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rounds);
        var status = Known(await StatusAsync(cancellation));
        var last = status.Round + rounds;
        if (rounds == 0)
            yield break;
        Known(await Ask(() => Grain.RunTo(last), cancellation));
        for (var known = status.Round; known < last;)
        {
            var records = await Ask(() => Grain.RecordsAfter(known, whileRunning: true), cancellation);
            foreach (var record in records)
            {
                yield return record;
                known = record.Index;
            }

            if (records.Count == 0 && (status = await StatusAsync(cancellation)).Round <= known && (status.StopReason is not null || status.HasEnded))
                yield break;
        }
    }

    /// <summary>Asks for further rounds, and does not wait for them; <see cref="Rounds(int, CancellationToken)"/> follows them.</summary>
    /// <param name="rounds">How many, at least 0.</param>
    /// <param name="cancellation">Stops waiting for the answer.</param>
    /// <returns>Its status, with the round up to which it runs.</returns>
    /// <exception cref="CollectiveException">The collective does not exist or has ended.</exception>
    public async Task<CollectiveStatus> BeginAsync(int rounds, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rounds);
        var last = Known(await StatusAsync(cancellation)).Round + rounds;
        return Known(await Ask(() => Grain.RunTo(last), cancellation));
    }

    /// <summary>Follows the collective's rounds, finished ones first, until it ends. To go on later, pass the last index plus one.</summary>
    /// <param name="from">The first index to yield.</param>
    /// <param name="cancellation">Stops following.</param>
    /// <returns>The records in order.</returns>
    public IAsyncEnumerable<RoundRecord> Rounds(int from = 0, CancellationToken cancellation = default) => Rounds(from, untilIdle: false, cancellation);

    /// <summary>Follows the collective's rounds, finished ones first.</summary>
    /// <param name="from">The first index to yield.</param>
    /// <param name="untilIdle">Whether to end when all rounds that were asked for are done; else only the collective's end ends it.</param>
    /// <param name="cancellation">Stops following.</param>
    /// <returns>The records in order.</returns>
    public async IAsyncEnumerable<RoundRecord> Rounds(int from, bool untilIdle, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(from);
        for (var known = from - 1; ;)
        {
            var records = await Ask(() => Grain.RecordsAfter(known, whileRunning: untilIdle), cancellation);
            foreach (var record in records)
            {
                yield return record;
                known = record.Index;
            }

            if (records.Count == 0 && await EndedAsync(known + 1, untilIdle, cancellation))
                yield break;
        }
    }

    /// <summary>Follows what happens inside the rounds: proposals, votes, outcomes. To go on later, pass the last event's <see cref="RoundEvent.Next"/>.</summary>
    /// <param name="from">Where to begin; the beginning by default.</param>
    /// <param name="cancellation">Stops following.</param>
    /// <returns>The events in order of arrival.</returns>
    public async IAsyncEnumerable<RoundEvent> Events(RoundCursor from = default, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        for (var cursor = from; ;)
        {
            var events = await EventsAfter(cursor);
            foreach (var happened in events)
            {
                yield return happened;
                cursor = happened.Next;
            }

            if (events.Count == 0 && await EndedAsync(cursor.Round, false, cancellation))
                yield break;
        }

        Task<IReadOnlyList<RoundEvent>> EventsAfter(RoundCursor seen)
            => Ask(() => grains.GetGrain<IRoundGrain>(seen.Round, Id, null).EventsAfter(seen.Sequence), cancellation);
    }

    /// <summary>The accepted weights, also when the collective has ended; their hash is checked.</summary>
    /// <param name="cancellation">Stops waiting.</param>
    /// <returns>The weights.</returns>
    /// <exception cref="CollectiveException">The collective does not exist, there are none yet, or no silo could hand them over whole.</exception>
    public async Task<Weights> WeightsAsync(CancellationToken cancellation = default)
    {
        var status = await StatusAsync(cancellation);
        if (status.AcceptedHash is not { } hash)
            throw status.Phase == CollectivePhase.Unknown ? Unknown() : new CollectiveException($"Collective '{Id}' has no accepted weights yet; wait for its initial round.");
        return await WeightsReader.ReadAsync(grains, Id, hash, cancellation);
    }

    /// <summary>
    /// Writes the ledger so far, a header and the records of all rounds that are finished when it begins, in the form that <see cref="LedgerWriter"/> describes.
    /// Rounds may run meanwhile, and the collective may have ended.
    /// </summary>
    /// <param name="stream">Where to; it stays open.</param>
    /// <param name="cancellation">Stops writing, in the middle of a line perhaps.</param>
    /// <returns>How many records were written.</returns>
    /// <exception cref="CollectiveException">The collective does not exist, or its learners have not joined yet; nothing was written. Or a record cannot be had, or is too long for a line; those before it were written.</exception>
    /// <exception cref="IOException">The stream cannot be written; it throws what else it may.</exception>
    public Task<int> ExportAsync(Stream stream, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return LedgerExport.WriteAsync(this, stream, cancellation);
    }

    /// <summary>Asks each learner where it stands: the last round whose outcome it knows, and the record's hash as it confirmed it. All are asked at the same time.</summary>
    /// <param name="within">How long to wait for an answer, more than zero; <see langword="null"/> for 10 seconds.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <returns>A reply for each learner of the collective, in the order of their turns; one that cannot be reached is among them, with the reason.</returns>
    /// <exception cref="CollectiveException">The collective does not exist, or cannot be reached.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The time to wait is not more than zero.</exception>
    public async Task<IReadOnlyList<LearnerReply>> LearnersAsync(TimeSpan? within = null, CancellationToken cancellation = default)
    {
        var wait = within ?? TimeSpan.FromSeconds(10);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(wait, TimeSpan.Zero, nameof(within));
        var status = await StatusAsync(cancellation);
        if (status is not { Model: { } model, Phase: not CollectivePhase.Unknown })
            throw Unknown();
        return await Task.WhenAll(status.Learners.Select(AskAsync));

        async Task<LearnerReply> AskAsync(string learner)
        {
            try
            {
                return new(learner, await grains.GetLearner(model, Id, learner).Status().WaitAsync(wait, cancellation), null);
            }
            catch (TimeoutException)
            {
                return new(learner, null, FormattableString.Invariant($"Learner '{learner}' of collective '{Id}' did not answer within {wait.TotalSeconds} seconds."));
            }
            catch (Exception error) when (error is not OperationCanceledException || !cancellation.IsCancellationRequested)
            {
                return new(learner, null, $"Learner '{learner}' of collective '{Id}' cannot be reached: {error.Message}");
            }
        }
    }

    /// <summary>The collective at a glance, also while its learners train.</summary>
    /// <param name="cancellation">Stops waiting.</param>
    /// <returns>Its status.</returns>
    public Task<CollectiveStatus> StatusAsync(CancellationToken cancellation = default) => Ask(() => Grain.Status(-1), cancellation);

    /// <summary>Begins no further round until <see cref="ResumeAsync"/>; a round that runs still ends.</summary>
    /// <param name="cancellation">Stops waiting.</param>
    /// <returns>Its status.</returns>
    /// <exception cref="CollectiveException">The collective does not exist or has ended.</exception>
    public async Task<CollectiveStatus> PauseAsync(CancellationToken cancellation = default) => Known(await Ask(() => Grain.Pause(), cancellation));

    /// <summary>Goes on after <see cref="PauseAsync"/>.</summary>
    /// <param name="cancellation">Stops waiting.</param>
    /// <returns>Its status.</returns>
    /// <exception cref="CollectiveException">The collective does not exist or has ended.</exception>
    public async Task<CollectiveStatus> ResumeAsync(CancellationToken cancellation = default) => Known(await Ask(() => Grain.Resume(), cancellation));

    /// <summary>Ends the collective; completes when no compute slot works for it any more.</summary>
    /// <param name="cancellation">Stops waiting; the cancelling goes on.</param>
    /// <returns>Its status.</returns>
    public async Task<CollectiveStatus> CancelAsync(CancellationToken cancellation = default)
    {
        var status = await Ask(() => Grain.Cancel(), cancellation);
        while (status.Phase == CollectivePhase.Cancelling)
            status = await Ask(() => Grain.Status(status.Version), cancellation);
        return status;
    }

    /// <summary>Ends the collective after the round that runs; completes when its learners have let their data go. Records and accepted weights stay.</summary>
    /// <param name="cancellation">Stops waiting; the collective ends nevertheless.</param>
    /// <returns>Its status.</returns>
    /// <exception cref="CollectiveException">The collective does not exist or was cancelled.</exception>
    public async Task<CollectiveStatus> FinishAsync(CancellationToken cancellation = default)
    {
        var status = await Ask(() => Grain.Finish(), cancellation);
        while (status.Phase != CollectivePhase.Finished)
        {
            if (status.Phase != CollectivePhase.Finishing)
                Known(status);
            status = await Ask(() => Grain.Status(status.Version), cancellation);
        }

        return status;
    }

    /// <summary>Lets a further learner join: it gets the accepted weights, votes from the next round on, and takes its turn last.</summary>
    /// <param name="learner">The learner's name; a site must host it.</param>
    /// <param name="cancellation">Stops waiting; the invitation stands.</param>
    /// <returns>Its status, once the learner has joined.</returns>
    /// <exception cref="CollectiveException">The collective does not exist or has ended, or the learner cannot join; the message says why.</exception>
    public async Task<CollectiveStatus> JoinAsync(string learner, CancellationToken cancellation = default)
    {
        var status = Known(await Ask(() => Grain.Invite(learner), cancellation));
        while (!status.Learners.Contains(learner))
        {
            if (status.Refused.TryGetValue(learner, out var problem))
                throw new CollectiveException($"Learner '{learner}' cannot join collective '{Id}': {problem}");
            status = Known(await Ask(() => Grain.Status(status.Version), cancellation));
        }

        return status;
    }

    /// <summary>Lets a learner leave: it is asked for nothing more from the next round on, and lets its data go.</summary>
    /// <param name="learner">The learner's name.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <returns>Its status.</returns>
    /// <exception cref="CollectiveException">The collective does not exist or has ended, or this is its last learner.</exception>
    public async Task<CollectiveStatus> LeaveAsync(string learner, CancellationToken cancellation = default)
    {
        var status = Known(await Ask(() => Grain.Leave(learner), cancellation));
        return !status.Learners.Contains(learner) ? status
            : throw new CollectiveException($"Learner '{learner}' cannot leave collective '{Id}': it is its last one; finish the collective instead.");
    }

    private Task<T> Ask<T>(Func<Task<T>> ask, CancellationToken cancellation) => Contact.AskAsync(Id, ask, cancellation);

    private async Task<CollectiveStatus> WaitAsync(Func<CollectiveStatus, bool> until, CancellationToken cancellation)
    {
        var status = await StatusAsync(cancellation);
        while (!until(Known(status)))
            status = await Ask(() => Grain.Status(status.Version), cancellation);
        return status;
    }

    private async Task<bool> EndedAsync(int index, bool orIdle, CancellationToken cancellation)
    {
        var status = await StatusAsync(cancellation);
        return (status.HasEnded || status.Phase == CollectivePhase.Unknown || (orIdle && status.Phase == CollectivePhase.Idle)) && status.Round < index;
    }

    internal Task<IReadOnlyList<RoundRecord>> RecordsAsync(int after, CancellationToken cancellation)
        => Ask(() => Grain.RecordsAfter(after, whileRunning: true), cancellation);

    internal CollectiveException Unknown() => new($"Collective '{Id}' does not exist; create it first.");

    private CollectiveStatus Known(CollectiveStatus status) => status.Phase switch
    {
        CollectivePhase.Unknown => throw Unknown(),
        CollectivePhase.Refused => throw new CollectiveException($"Collective '{Id}' cannot start: {status.Problem}"),
        CollectivePhase.Finishing or CollectivePhase.Finished => throw new CollectiveException($"Collective '{Id}' is finished; create another one."),
        CollectivePhase.Cancelling or CollectivePhase.Cancelled => throw new CollectiveException($"Collective '{Id}' was cancelled."),
        _ => status,
    };
}
