using System.Globalization;
using System.Net;
using CoLearn.Benchmarks.Chaos;
using CoLearn.Exchange;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Configuration;
using StackExchange.Redis;

namespace CoLearn.Benchmarks.Protocol;

/// <summary>
/// Silos in this process, with real connections between them, so that what they allocate and keep is on one heap and the floor runs on the same silos.
/// Learners are dealt out to them in turn.
/// </summary>
internal sealed class ProtocolCluster : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly List<IHost> silos = [];
    private readonly Accepts accepts = new();
    private readonly string[] learners;

    private ProtocolCluster(int learners) => this.learners = [.. Enumerable.Range(0, learners).Select(learner => learner.ToString("D5", CultureInfo.InvariantCulture))];

    private IGrainFactory Grains => silos[0].Services.GetRequiredService<IGrainFactory>();

    /// <summary>Starts silos that host learners.</summary>
    /// <param name="silos">How many silos.</param>
    /// <param name="learners">How many learners.</param>
    /// <param name="storage">Where state is kept.</param>
    /// <param name="address">A directory or a server, as the storage needs.</param>
    public static async Task<ProtocolCluster> StartAsync(int silos, int learners, ProtocolStorage storage = ProtocolStorage.Memory, string? address = null)
    {
        var cluster = new ProtocolCluster(learners);
        var ports = Enumerable.Range(0, silos).Select(_ => RedisServer.FreePort()).ToArray();
        for (var site = 0; site < silos; site++)
        {
            var host = cluster.Build(site, ports, storage, address);
            await host.StartAsync();
            cluster.silos.Add(host);
        }

        return cluster;
    }

    /// <summary>Creates a collective of the first learners; completes when all have heard of its initial round.</summary>
    public async Task<Collective> CreateAsync(int count)
    {
        var collective = Grains.GetCollective(FormattableString.Invariant($"of-{count}"));
        var all = accepts.Await(collective.Id, 0, count);
        await collective.CreateAsync(new(IdleModel.Definition.Name, learners[..count]) { StopAfter = 0 });
        await all.WaitAsync(Patience);
        return collective;
    }

    /// <summary>Runs rounds; completes when all learners have heard of the last one.</summary>
    public async Task RunAsync(Collective collective, int count, int rounds)
    {
        var last = (await collective.StatusAsync()).Round + rounds;
        var all = accepts.Await(collective.Id, last, count);
        await foreach (var record in collective.RunAsync(rounds))
        {
            if (record.Outcome != Outcome.Accepted || record.Facts.Votes.Count != count || record.Facts.Approvals != count - 1)
                throw new InvalidOperationException($"Round {record.Index} of {count} learners went wrong: {record.Outcome}, {record.Facts.Approvals} approvals. {record.Facts.Reason}");
        }

        await all.WaitAsync(Patience);
    }

    /// <summary>The same messages without a protocol.</summary>
    public async Task RunFloorAsync(int count, int rounds)
    {
        for (var round = 0; round < rounds; round++)
            await Grains.GetGrain<IFloorRoundGrain>(count).Run(count).WaitAsync(Patience);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var silo in Enumerable.Reverse(silos))
        {
            await silo.StopAsync();
            silo.Dispose();
        }
    }

    private IHost Build(int site, int[] ports, ProtocolStorage storage, string? address)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.UseOrleans(silo =>
        {
            silo.UseLocalhostClustering(ports[site], gatewayPort: 0, primarySiloEndpoint: new(IPAddress.Loopback, ports[0]));
            silo.Configure<EndpointOptions>(endpoint => endpoint.AdvertisedIPAddress = IPAddress.Loopback);
            silo.Configure<SiloMessagingOptions>(messaging => messaging.ResponseTimeout = Patience);
            if (storage == ProtocolStorage.Redis)
                silo.AddRedisGrainStorage("colearn", options => options.ConfigurationOptions = ConfigurationOptions.Parse(address!));
            // Weights are not what is measured: all silos hold them.
            if (site > 0)
                silo.Services.AddSingleton(silos[0].Services.GetRequiredService<IWeightsStore>());
            silo.AddCoLearn(colearn =>
            {
                colearn.Site(FormattableString.Invariant($"site-{site}")).Fault(FaultPoint.AcceptNoted, accepts.Note);
                if (storage == ProtocolStorage.Sqlite)
                    colearn.Store(address!);
                for (var learner = site; learner < learners.Length; learner += ports.Length)
                    colearn.Host<IdleModel>(learners[learner]);
            });
            // No silo is killed here, and one that is kept busy is not dead.
            silo.Configure<ClusterMembershipOptions>(membership => membership.ProbeTimeout = Patience);
        });
        return builder.Build();
    }
}
