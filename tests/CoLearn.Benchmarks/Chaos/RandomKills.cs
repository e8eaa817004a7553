namespace CoLearn.Benchmarks.Chaos;

/// <summary>Three silos, one of which, drawn by lot, is killed every few rounds and, after a while drawn by lot, started again.</summary>
/// <param name="rounds">How many rounds run; nobody is killed in the last ones.</param>
/// <param name="seed">What chance draws from.</param>
/// <param name="busyMilliseconds">How long an evaluation takes; a training takes five times as long.</param>
/// <param name="busyThreads">On how many threads of a silo.</param>
internal sealed class RandomKills(int rounds, int seed, int busyMilliseconds, int busyThreads)
{
    private const int Sites = 3;
    private const int KillEvery = 3;
    private const int LongestAbsenceMilliseconds = 4000;

    private readonly Random random = new(seed);

    /// <summary>Runs the rounds.</summary>
    /// <param name="killed">Told of each kill.</param>
    public async Task<ChaosFindings> RunAsync(Action<Kill> killed)
    {
        await using var cluster = new ChaosCluster(Sites, busyMilliseconds, busyThreads);
        await cluster.StartAsync();
        return await cluster.RunAsync(rounds, progress => KillAsync(cluster.Silos, progress, killed));
    }

    private async Task<IReadOnlyList<Kill>> KillAsync(IReadOnlyList<SiloProcess> silos, Progress progress, Action<Kill> killed)
    {
        var kills = new List<Kill>();
        var last = rounds - Math.Max(2, rounds / 10);
        for (var round = 1; ;)
        {
            round += random.Next(KillEvery, 2 * KillEvery);
            if (round >= last || !silos.All(silo => silo.IsAlive))
                return kills;
            await progress.UntilRoundAsync(round);
            await Task.Delay(random.Next(busyMilliseconds * 4));

            var silo = silos[random.Next(silos.Count)];
            await silo.KillAsync();
            var moment = DateTimeOffset.UtcNow;
            var absence = random.Next(LongestAbsenceMilliseconds);
            var started = StartAgainAsync(silo, absence);
            var (at, seen) = await progress.AfterAsync(moment);
            await started;
            var takenOver = silos.Any(other => other.TookOverBetween(moment, seen));
            kills.Add(new(silo.Plan.Site, progress.Round + 1, takenOver, absence, (at - moment).TotalSeconds, (seen - moment).TotalSeconds));
            killed(kills[^1]);
            round = Math.Max(round, progress.Round);
        }
    }

    private static async Task StartAgainAsync(SiloProcess silo, int milliseconds)
    {
        await Task.Delay(milliseconds);
        await silo.StartAsync();
    }
}
