using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Configuration;
using StackExchange.Redis;

namespace CoLearn.Benchmarks.Chaos;

/// <summary>
/// Three silos in processes of their own, with Redis between them, and a client that runs rounds. Every few rounds one silo, drawn by lot, is killed
/// and, after a while drawn by lot, started again.
/// </summary>
internal sealed class ChaosRun(ChaosPlan plan, Action<Kill> killed) : IAsyncDisposable
{
    private const string Id = "chaos";
    private const int LongestAbsenceMilliseconds = 4000;
    private static readonly string[] Learners = ["ann", "bob", "cy", "dee", "eve", "fay"];
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("colearn-chaos-");
    private readonly RedisServer redis = new();
    private readonly Random random = new(plan.Seed);
    private readonly List<SiloProcess> silos = [];
    private readonly List<RoundRecord> seen = [];
    private IHost? client;

    private IGrainFactory Grains => client!.Services.GetRequiredService<IGrainFactory>();

    private string Trail => Path.Combine(directory.FullName, "trainings");

    public async Task<ChaosFindings> RunAsync()
    {
        try
        {
            await StartAsync();
            return await FindAsync();
        }
        catch (TimeoutException error)
        {
            var said = silos.SelectMany(silo => silo.Said.TakeLast(20).Select(said => $"{said.At:HH:mm:ss.fff} {silo.Plan.Site}: {said.Line}"));
            throw new InvalidOperationException($"The rounds stand still. What the silos said last:\n{string.Join('\n', said.Order(StringComparer.Ordinal))}", error);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (client is not null)
            await client.StopAsync();
        client?.Dispose();
        foreach (var silo in silos)
            await silo.DisposeAsync();
        await redis.DisposeAsync();
        directory.Delete(recursive: true);
    }

    private async Task<ChaosFindings> FindAsync()
    {
        var collective = Grains.GetCollective(Id);
        await collective.CreateAsync(new("chaos", Learners) { Rule = ChaosModel.Definition.Rule, StopAfter = 0 });

        using var stopping = new CancellationTokenSource();
        var progress = new Progress();
        var following = progress.FollowAsync(collective, stopping.Token);
        var calm = Math.Max(2, plan.Rounds / 10);
        var running = SeeAsync(collective, stopping.Token);
        var kills = await KillAsync(progress, plan.Rounds - calm);
        await progress.UntilRoundAsync(plan.Rounds);
        await running;
        await stopping.CancelAsync();
        await following;

        return new()
        {
            Records = await collective.Rounds().Take(plan.Rounds + 1).ToListAsync(),
            Seen = seen,
            Status = await collective.StatusAsync(),
            LearnersHold = await HeldAsync(collective),
            Trainings = await File.ReadAllLinesAsync(Trail),
            Kills = kills,
            Fallen = [.. silos.Where(silo => !silo.IsAlive).Select(silo => silo.Plan.Site)],
        };
    }

    private async Task SeeAsync(Collective collective, CancellationToken cancellation)
    {
        await foreach (var record in collective.RunAsync(plan.Rounds, cancellation))
            seen.Add(record);
    }

    private async Task StartAsync()
    {
        await redis.InitializeAsync();
        foreach (var (site, learners) in new[] { "north", "east", "south" }.Zip(Learners.Chunk(2)))
        {
            var silo = new SiloProcess(new()
            {
                Site = site,
                Learners = learners,
                Redis = redis.Address,
                SiloPort = RedisServer.FreePort(),
                GatewayPort = RedisServer.FreePort(),
                Directory = directory.FullName,
                Trail = Trail,
                BusyMilliseconds = plan.BusyMilliseconds,
                BusyThreads = plan.BusyThreads,
            });
            silos.Add(silo);
            await silo.StartAsync();
        }

        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.UseOrleansClient(orleans => orleans
            .Configure<ClusterOptions>(cluster => cluster.ClusterId = cluster.ServiceId = SiloProgram.Cluster)
            .Configure<GatewayOptions>(gateways => gateways.GatewayListRefreshPeriod = TimeSpan.FromSeconds(2))
            .UseRedisClustering(options => options.ConfigurationOptions = ConfigurationOptions.Parse(redis.Address))
            .AddCoLearnClient());
        client = builder.Build();
        await client.StartAsync();
    }

    private async Task<IReadOnlyList<Kill>> KillAsync(Progress progress, int last)
    {
        var kills = new List<Kill>();
        for (var round = 1; ;)
        {
            round += random.Next(plan.KillEvery, 2 * plan.KillEvery);
            if (round >= last)
                return kills;
            await progress.UntilRoundAsync(round);
            await Task.Delay(random.Next(plan.BusyMilliseconds * 4));

            var silo = silos[random.Next(silos.Count)];
            if (!silos.TrueForAll(other => other.IsAlive))
                return kills;
            await silo.KillAsync();
            var moment = DateTimeOffset.UtcNow;
            var absence = random.Next(LongestAbsenceMilliseconds);
            var started = StartAgainAsync(silo, absence);
            var (at, seen) = await progress.AfterAsync(moment);
            await started;
            var takenOver = silos.Exists(other => other.TookOverBetween(moment, seen));
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

    /// <summary>The weights that each learner goes on with, once it knows the last round.</summary>
    private async Task<IReadOnlyDictionary<string, string?>> HeldAsync(Collective collective)
    {
        var status = await collective.StatusAsync();
        var held = new Dictionary<string, string?>();
        using var patience = new CancellationTokenSource(Patience);
        foreach (var learner in Learners)
        {
            LearnerStatus known;
            do
                known = await Grains.GetLearner<ChaosModel>(Id, learner).Status();
            while (known.Round < status.Round && !patience.IsCancellationRequested);
            held[learner] = known.AcceptedHash;
        }

        return held;
    }
}
