using CoLearn.Benchmarks.Chaos;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Configuration;
using StackExchange.Redis;

namespace CoLearn.Benchmarks.Moved;

/// <summary>Three silos in processes of their own, each with its weights in memory, and a collective whose weights have a size.</summary>
/// <param name="learners">How many learners, spread over the silos.</param>
/// <param name="bytes">How large the weights are.</param>
/// <param name="model">Which of <see cref="MovedModel"/> and <see cref="MeanModel"/>.</param>
internal sealed class MovedCluster(int learners, int bytes, string model = "moved") : IAsyncDisposable
{
    public const int Sites = 3;

    private readonly RedisServer redis = new();
    private readonly List<SiloProcess> silos = [];
    private IHost? client;
    private Collective? collective;

    /// <summary>Starts silos, client and collective; its initial round is done.</summary>
    public async Task StartAsync()
    {
        await redis.InitializeAsync();
        var names = Enumerable.Range(0, learners).Select(number => FormattableString.Invariant($"learner-{number:D2}")).ToArray();
        foreach (var site in Enumerable.Range(0, Sites))
        {
            var silo = new SiloProcess(new()
            {
                Site = $"site-{site}",
                Learners = [.. names.Where((_, number) => number % Sites == site)],
                Redis = redis.Address,
                SiloPort = RedisServer.FreePort(),
                GatewayPort = RedisServer.FreePort(),
                Directory = string.Empty,
                Trail = string.Empty,
                WeightsBytes = bytes,
                Averages = model == MeanModel.Definition.Name,
            });
            silos.Add(silo);
            await silo.StartAsync();
        }

        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.UseOrleansClient(orleans => orleans
            .AddCoLearnClient()
            .UseRedisClustering(options => options.ConfigurationOptions = ConfigurationOptions.Parse(redis.Address))
            .Configure<ClusterOptions>(cluster => cluster.ClusterId = cluster.ServiceId = SiloProgram.Cluster));
        client = builder.Build();
        await client.StartAsync();
        collective = client.Services.GetRequiredService<IGrainFactory>().GetCollective("moved");
        await collective.CreateAsync(new(model, names) { StopAfter = 0 });
    }

    public async Task<RoundRecord> RunRoundAsync()
    {
        var record = await collective!.RunRoundAsync();
        return record.Outcome == Outcome.Accepted && record.Facts.Votes.All(vote => vote.Answer != VoteAnswer.Abstain)
            ? record
            : throw new InvalidOperationException($"Round {record.Index} was not accepted by all: {record.Facts.Reason} {string.Join(' ', record.Facts.Votes.Select(vote => vote.Reason))}");
    }

    public Task<SiloReport[]> ReportsAsync() => Task.WhenAll(silos.Select(async silo => SiloReport.Parse(await silo.AskAsync(SiloReport.Ask))));

    /// <summary>The bytes of weights that all silos together have sent.</summary>
    public static long Sent(IEnumerable<SiloReport> reports) => reports.Sum(report => report.SentBytes);

    public async ValueTask DisposeAsync()
    {
        if (client is not null)
            await client.StopAsync();
        client?.Dispose();
        foreach (var silo in silos)
            await silo.DisposeAsync();
        await redis.DisposeAsync();
    }
}
