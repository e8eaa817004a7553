using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Storage;
using Orleans.TestingHost;
using StackExchange.Redis;

namespace CoLearn.Storage;

/// <summary>The storages <c>colearn</c> of silos that keep it in different ways, and what learners note where all is in memory.</summary>
public sealed class Storages : IAsyncLifetime
{
    public const string Memory = "memory";
    public const string Notes = "notes";
    public const string Sqlite = "sqlite";
    public const string Redis = "redis";

    private readonly ConcurrentDictionary<string, Lazy<Task<InProcessTestCluster>>> clusters = [];
    private readonly RedisFixture redis = new();
    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("colearn-state-");

    public async Task<IGrainStorage> GetAsync(string kind)
    {
        var cluster = await clusters.GetOrAdd(kind, _ => new(() => StartAsync(silo => Configure(silo, kind)))).Value;
        return cluster.Silos[0].ServiceProvider.GetRequiredKeyedService<IGrainStorage>(kind == Notes ? "colearn-notes" : "colearn");
    }

    public Task InitializeAsync() => redis.InitializeAsync();

    public async Task DisposeAsync()
    {
        foreach (var cluster in clusters.Values)
            await (await cluster.Value).DisposeAsync();
        await redis.DisposeAsync();
        directory.Delete(recursive: true);
    }

    private static async Task<InProcessTestCluster> StartAsync(Action<ISiloBuilder> configure)
    {
        var builder = new InProcessTestClusterBuilder(1);
        builder.ConfigureSilo((_, silo) => configure(silo));
        var cluster = builder.Build();
        await cluster.DeployAsync();
        return cluster;
    }

    private void Configure(ISiloBuilder silo, string kind)
    {
        if (kind == Redis)
            silo.AddRedisGrainStorage("colearn", redisOptions => redisOptions.ConfigurationOptions = ConfigurationOptions.Parse(redis.Address));
        silo.AddCoLearn(site => _ = kind is Memory or Notes ? site : site.Store(directory.FullName));
    }
}
