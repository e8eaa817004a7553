using System.Diagnostics;
using CoLearn.Benchmarks.Chaos;
using CoLearn.ModelLibrary;
using CoLearn.Registry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Configuration;

namespace CoLearn;

/// <summary>Sites in processes of their own that find each other in a Redis, and a client that finds them there; all by configuration.</summary>
internal sealed class SiteCluster : IAsyncDisposable
{
    private const string ClusterId = "hospitals";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly RedisServer redis = new();
    private readonly Scratch scratch = new();
    private readonly List<SiloProcess> silos = [];
    private IHost? client;

    public IGrainFactory Grains => client!.Services.GetRequiredService<IGrainFactory>();

    public static async Task<SiteCluster> StartAsync()
    {
        var cluster = new SiteCluster();
        await cluster.redis.InitializeAsync();
        return cluster;
    }

    /// <summary>Starts a site's silo at ports of its own.</summary>
    public async Task<SiloProcess> StartAsync(string site, params string[] learners)
    {
        var silo = await SiloProcess.StartAsync(scratch.Path, [
            $"--CoLearn:Site={site}",
            "--CoLearn:Cluster:Kind=redis",
            $"--CoLearn:Cluster:ConnectionString={redis.Address}",
            $"--CoLearn:Cluster:ClusterId={ClusterId}",
            "--CoLearn:Cluster:Address=127.0.0.1",
            "--CoLearn:Watch:Every=00:00:00.2",
            .. learners.SelectMany((learner, index) => new[]
            {
                FormattableString.Invariant($"--CoLearn:Host:{index}:Model=needle"), FormattableString.Invariant($"--CoLearn:Host:{index}:Learner={learner}"),
            })]);
        silos.Add(silo);
        if (client is null)
            await ConnectAsync();
        return silo;
    }

    /// <summary>The silo that a site's learners are asked at.</summary>
    public async Task<IReadOnlyList<SiloAddress>> SiloOfAsync(string site)
        => [.. (await Grains.GetGrain<IRegistryGrain>(0).Sites()).Where(entry => entry.Site == site).Select(entry => entry.Silo)];

    /// <summary>The silos that a learner is active on, as they say themselves: what one knows of another may be a while old.</summary>
    public async Task<IReadOnlyList<SiloAddress>> WhereAsync(string collective, string learner)
    {
        var id = Grains.GetLearner<NeedleModel>(collective, learner).GetGrainId();
        var statistics = await Grains.GetGrain<IManagementGrain>(0).GetDetailedGrainStatistics();
        return [.. statistics.Where(grain => grain.GrainId == id).Select(grain => grain.SiloAddress)];
    }

    /// <summary>Asks until something holds.</summary>
    public static async Task UntilAsync(string what, Func<Task<bool>> holds)
    {
        for (var began = Stopwatch.GetTimestamp(); !await TryAsync();)
            Assert.True(Stopwatch.GetElapsedTime(began) < Patience, $"{what} did not come true.");

        async Task<bool> TryAsync()
        {
            try
            {
                return await holds();
            }
            catch (Exception error) when (error is OrleansException or TimeoutException)
            {
                // A silo that was killed is not known to be dead yet.
                return false;
            }
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
        scratch.Dispose();
    }

    private async Task ConnectAsync()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["CoLearn:Cluster:Kind"] = "redis",
            ["CoLearn:Cluster:ConnectionString"] = redis.Address,
            ["CoLearn:Cluster:ClusterId"] = ClusterId,
        });
        builder.UseOrleansClient(orleans => orleans
            .AddCoLearnClient(colearn => colearn.UseRedis())
            .Configure<GatewayOptions>(gateways => gateways.GatewayListRefreshPeriod = TimeSpan.FromSeconds(1)));
        client = builder.Build();
        await client.StartAsync();
    }
}
