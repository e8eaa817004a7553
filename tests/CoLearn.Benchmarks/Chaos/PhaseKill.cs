namespace CoLearn.Benchmarks.Chaos;

/// <summary>One silo with its state in a file, that kills itself between two steps of a round and is started again.</summary>
/// <param name="point">Between which steps; <see langword="null"/> for a run without a kill.</param>
/// <param name="politely">Whether by SIGTERM instead of SIGKILL.</param>
internal sealed class PhaseKill(FaultPoint? point, bool politely = false)
{
    public const int Rounds = 4;
    public const int KilledIn = 2;

    /// <summary>Runs the rounds.</summary>
    public async Task<ChaosFindings> RunAsync()
    {
        await using var cluster = new ChaosCluster(sites: 1, busyMilliseconds: politely ? 300 : 1, busyThreads: 1);
        await cluster.StartAsync(point, KilledIn, politely);
        return await cluster.RunAsync(Rounds, async progress => point is null ? [] : [await StartAgainAsync(cluster.Silos[0], progress)]);
    }

    /// <summary>What a kill must not change: what was decided, unless a training was lost; and how often was trained.</summary>
    public static IEnumerable<string> Differences(FaultPoint point, ChaosFindings undisturbed, ChaosFindings killed)
    {
        if (point == FaultPoint.TrainingNoted)
        {
            if (killed.Records[KilledIn].Facts.Failure != RoundFailure.ProposerLost)
                yield return $"round {KilledIn} is {killed.Records[KilledIn].Outcome} although its training was lost";
        }
        else
        {
            var same = killed.Records.Zip(undisturbed.Records).TakeWhile(pair => pair.First.Hash == pair.Second.Hash).Count();
            var nextLostItsTraining = MayRunTheNext(point) && same == KilledIn + 1 && killed.Records[same].Facts.Failure == RoundFailure.ProposerLost;
            if (same < undisturbed.Records.Count && !nextLostItsTraining)
                yield return "other records than without a kill";
        }
    }

    /// <summary>After an outcome the next round does not wait for what is still told of it, and may be training when the silo dies.</summary>
    private static bool MayRunTheNext(FaultPoint point) => point is FaultPoint.OutcomeSaved or FaultPoint.RecordSaved or FaultPoint.AcceptNoted or FaultPoint.ConfirmSaved;

    private async Task<Kill> StartAgainAsync(SiloProcess silo, Progress progress)
    {
        if (await silo.EndedAsync() is var code && code != (politely ? 0 : SiloProcess.Killed))
            throw new InvalidOperationException($"The silo ended with exit code {code}.");
        var moment = DateTimeOffset.UtcNow;
        await silo.StartAsync();
        var (at, seen) = await progress.AfterAsync(moment);
        return new(silo.Plan.Site, KilledIn, TakenOver: true, AbsenceMilliseconds: 0, (at - moment).TotalSeconds, (seen - moment).TotalSeconds);
    }
}
