using System.Diagnostics;
using System.Net;
using CoLearn.Rounds;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Configuration;
using StackExchange.Redis;

namespace CoLearn.Benchmarks.Chaos;

/// <summary>
/// Three silos in processes of their own, with Redis between them, and a client that runs rounds. Every few rounds one silo, drawn by lot, is killed
/// and, after a while drawn by lot, started again.
/// </summary>
internal sealed class ChaosRun(ChaosPlan plan) : IAsyncDisposable
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
        await StartAsync();
        var collective = Grains.GetCollective(Id);
        await collective.CreateAsync(new("chaos", Learners) { Rule = ChaosModel.Definition.Rule, StopAfter = 0 });

        using var stopping = new CancellationTokenSource();
        var progress = new Progress();
        var following = progress.FollowAsync(collective, stopping.Token);
        var calm = Math.Max(2, plan.Rounds / 10);
        var chaos = KillAsync(progress, plan.Rounds - calm);
        await foreach (var record in collective.RunAsync(plan.Rounds))
            seen.Add(record);
        var kills = await chaos;
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
            var held = await HostsAsync(silo, progress.Round + 1);
            var killed = Stopwatch.GetTimestamp();
            await silo.KillAsync();
            var absence = random.Next(LongestAbsenceMilliseconds);
            var started = StartAgainAsync(silo, absence);
            var wentOn = await progress.AfterAsync(killed);
            await started;
            kills.Add(new(silo.Plan.Site, held, absence, wentOn.TotalSeconds));
            round = Math.Max(round, progress.Round);
        }
    }

    private static async Task StartAgainAsync(SiloProcess silo, int milliseconds)
    {
        await Task.Delay(milliseconds);
        await silo.StartAsync();
    }

    /// <summary>Whether a silo holds the grain of the round or of the collective.</summary>
    private async Task<bool> HostsAsync(SiloProcess silo, int round)
    {
        var endpoint = new IPEndPoint(IPAddress.Loopback, silo.Plan.SiloPort);
        var management = Grains.GetGrain<IManagementGrain>(0);
        try
        {
            var homes = await Task.WhenAll(
                management.GetActivationAddress((IAddressable)Grains.GetGrain<IRoundGrain>(round, Id, null)).AsTask(),
                management.GetActivationAddress((IAddressable)Grains.GetGrain<Collectives.ICollectiveGrain>(Id)).AsTask());
            return homes.Any(home => home?.Endpoint.Equals(endpoint) == true);
        }
        catch (Exception error) when (error is OrleansException or TimeoutException)
        {
            return false;
        }
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
