using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Configuration;

namespace CoLearn.Benchmarks.Chaos;

/// <summary>Learners that train networks, split over silo processes with directories of their own. One process keeps its state there, several in a Redis.</summary>
/// <param name="sites">The learners of each silo.</param>
internal sealed class SplitCollective(params string[][] sites) : IAsyncDisposable
{
    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("colearn-split-");
    private readonly RedisServer redis = new();
    private readonly List<SiloProcess> silos = [];
    private IHost? client;

    public IReadOnlyList<SiloProcess> Silos => silos;

    /// <summary>The weights that a silo holds, as files named by their hash.</summary>
    public IEnumerable<string> WeightsOf(SiloProcess silo)
        => Directory.EnumerateFiles(Path.Combine(silo.Plan.Directory, "weights"), "*.safetensors").Select(file => Path.GetFileNameWithoutExtension(file));

    /// <summary>Runs rounds.</summary>
    public async Task<IReadOnlyList<RoundRecord>> RunAsync(CollectiveSettings settings, int rounds)
    {
        if (sites.Length > 1)
            await redis.InitializeAsync();
        foreach (var (site, learners) in sites.Index())
        {
            var silo = new SiloProcess(new()
            {
                Site = FormattableString.Invariant($"site-{site}"),
                Learners = learners,
                Redis = sites.Length > 1 ? redis.Address : null,
                SiloPort = RedisServer.FreePort(),
                GatewayPort = RedisServer.FreePort(),
                Directory = Path.Combine(directory.FullName, FormattableString.Invariant($"site-{site}")),
                Trail = string.Empty,
                Trains = true,
            });
            silos.Add(silo);
            await silo.StartAsync();
        }

        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.UseOrleansClient(orleans => orleans
            .AddCoLearnClient()
            .UseStaticClustering(new IPEndPoint(IPAddress.Loopback, silos[0].Plan.GatewayPort))
            .Configure<ClusterOptions>(cluster => cluster.ClusterId = cluster.ServiceId = SiloProgram.Cluster));
        client = builder.Build();
        await client.StartAsync();
        var collective = client.Services.GetRequiredService<IGrainFactory>().GetCollective("split");
        await collective.CreateAsync(settings);
        await collective.RunAsync(rounds).ToListAsync();
        return await collective.Rounds().Take(rounds + 1).ToListAsync();
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
}
