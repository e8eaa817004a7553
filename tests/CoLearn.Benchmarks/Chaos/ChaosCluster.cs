using CoLearn.Ledger;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Configuration;
using StackExchange.Redis;

namespace CoLearn.Benchmarks.Chaos;

/// <summary>
/// Silos in processes of their own, a client, and a collective of six learners. Several silos share a Redis server, and each holds its own weights; one alone keeps its state in a file.
/// </summary>
/// <param name="sites">How many silos.</param>
/// <param name="busyMilliseconds">How long an evaluation takes; a training takes five times as long.</param>
/// <param name="busyThreads">On how many threads of a silo.</param>
internal sealed class ChaosCluster(int sites, int busyMilliseconds, int busyThreads) : IAsyncDisposable
{
    private const string Id = "chaos";
    private static readonly string[] Learners = ["ann", "bob", "cy", "dee", "eve", "fay"];
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("colearn-chaos-");
    private readonly RedisServer redis = new();
    private readonly List<SiloProcess> silos = [];
    private IHost? client;

    public IReadOnlyList<SiloProcess> Silos => silos;

    private bool IsShared => sites > 1;

    private IGrainFactory Grains => client!.Services.GetRequiredService<IGrainFactory>();

    private string Trail => Path.Combine(directory.FullName, "trainings");

    /// <summary>Starts silos and client.</summary>
    /// <param name="killedAt">Where each silo kills itself; <see langword="null"/> for nowhere.</param>
    /// <param name="killedIn">In which round.</param>
    /// <param name="politely">Whether by SIGTERM.</param>
    public async Task StartAsync(FaultPoint? killedAt = null, int killedIn = 0, bool politely = false)
    {
        if (IsShared)
            await redis.InitializeAsync();
        foreach (var (site, learners) in Learners.Chunk(Learners.Length / sites).Index())
        {
            var silo = new SiloProcess(PlanOf($"site-{site}", learners));
            silos.Add(silo);
            await silo.StartAsync(silo.Plan with { KilledAt = killedAt, KilledIn = killedIn, Politely = politely });
        }

        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.UseOrleansClient(orleans =>
        {
            orleans.Configure<GatewayOptions>(gateways => gateways.GatewayListRefreshPeriod = TimeSpan.FromSeconds(2)).AddCoLearnClient();
            if (IsShared)
                orleans.UseRedisClustering(options => options.ConfigurationOptions = ConfigurationOptions.Parse(redis.Address));
            else
                orleans.UseLocalhostClustering(silos[0].Plan.GatewayPort);
            orleans.Configure<ClusterOptions>(cluster => cluster.ClusterId = cluster.ServiceId = SiloProgram.Cluster);
        });
        client = builder.Build();
        await client.StartAsync();
    }

    /// <summary>Runs rounds while something happens to the silos, and looks what is left.</summary>
    /// <param name="rounds">How many rounds.</param>
    /// <param name="chaos">What happens; the last rounds run after it.</param>
    public async Task<ChaosFindings> RunAsync(int rounds, Func<Progress, Task<IReadOnlyList<Kill>>> chaos)
    {
        try
        {
            var collective = Grains.GetCollective(Id);
            await collective.CreateAsync(new("chaos", Learners) { Rule = ChaosModel.Definition.Rule, StopAfter = 0 });
            using var stopping = new CancellationTokenSource();
            var progress = new Progress();
            var following = progress.FollowAsync(collective, stopping.Token);
            var running = collective.RunAsync(rounds, stopping.Token).ToListAsync(stopping.Token);
            var kills = await chaos(progress);
            await progress.UntilRoundAsync(rounds);
            var seen = await running;
            await stopping.CancelAsync();
            await following;
            return await FindAsync(collective, rounds, seen, kills);
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

    private SiloPlan PlanOf(string site, string[] learners) => new()
    {
        Site = site,
        Learners = learners,
        Redis = IsShared ? redis.Address : null,
        SiloPort = RedisServer.FreePort(),
        GatewayPort = RedisServer.FreePort(),
        Directory = Path.Combine(directory.FullName, site),
        Trail = Trail,
        BusyMilliseconds = busyMilliseconds,
        BusyThreads = busyThreads,
    };

    private async Task<ChaosFindings> FindAsync(Collective collective, int rounds, IReadOnlyList<RoundRecord> seen, IReadOnlyList<Kill> kills) => new()
    {
        Records = await collective.Rounds().Take(rounds + 1).ToListAsync(),
        Ledger = await CheckAsync(collective),
        Seen = seen,
        Status = await collective.StatusAsync(),
        LearnersHold = await HeldAsync(collective),
        Trainings = await File.ReadAllLinesAsync(Trail),
        Kills = kills,
        Fallen = [.. silos.Where(silo => !silo.IsAlive).Select(silo => silo.Plan.Site)],
    };

    private static async Task<LedgerReport> CheckAsync(Collective collective)
    {
        using var ledger = new MemoryStream();
        await collective.ExportAsync(ledger);
        ledger.Position = 0;
        return await LedgerCheck.RunAsync(ledger);
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
