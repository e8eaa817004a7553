using CoLearn.Learners;
using CoLearn.Toy;
using Microsoft.Extensions.DependencyInjection;
using Orleans.TestingHost;

namespace CoLearn.Exchange;

/// <summary>Large weights are on their way before anybody is asked to score them.</summary>
public sealed class ExpectedWeightsTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Learner_ToldWhatToExpect_HasItsSiloFetchIt()
    {
        await using var cluster = await StartAsync();
        var collective = cluster.Client.GetCollective("heavy");
        await collective.CreateAsync(new("heavy", ["ann", "bob"]));
        var weights = HeavyModel.Of(200);
        await Store(cluster, 0).PutAsync(new("heavy", 1), weights);
        Assert.Null(await Store(cluster, 1).GetAsync(weights.Hash));

        await cluster.Client.GetLearner<HeavyModel>("heavy", "bob").Expect(new("heavy", 1, 1, "bob"), weights.Hash);

        using var patience = new CancellationTokenSource(Patience);
        while (await Store(cluster, 1).GetAsync(weights.Hash) is null)
        {
            patience.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    [Fact]
    public async Task Round_OfLargeWeights_TellsTheOthersWhatToExpect()
    {
        var told = new CallsTaken(nameof(ILearnerGrain.Expect));
        var options = new LocalOptions { Learners = 2, Services = services => services.AddSingleton<IIncomingGrainCallFilter>(told) };
        await using var local = await LocalCollective.StartAsync<HeavyModel>(options);

        var record = await local.Collective.RunRoundAsync();

        await told.First.WaitAsync(Patience);
        Assert.Equal(Outcome.Accepted, record.Outcome);
    }

    [Fact]
    public async Task Round_OfSmallWeights_SpeaksOfThemWhenItAsksForVotesOnly()
    {
        var told = new CallsTaken(nameof(ILearnerGrain.Expect));
        var options = Compasses.Options(2);
        options.Services = services => services.AddSingleton<IIncomingGrainCallFilter>(told);
        await using var local = await LocalCollective.StartAsync<CompassModel>(options);

        await local.Collective.RunRoundAsync();

        Assert.False(told.First.IsCompleted);
    }

    private static async Task<InProcessTestCluster> StartAsync()
    {
        var builder = new InProcessTestClusterBuilder(2);
        builder.ConfigureSilo((options, silo) =>
        {
            silo.AddMemoryGrainStorage("colearn");
            silo.AddCoLearn(site => site.Site(options.SiloName).Host<HeavyModel>(options.SiloName[^1] == '0' ? "ann" : "bob"));
        });
        builder.ConfigureClient(client => client.AddCoLearnClient());
        var cluster = builder.Build();
        await cluster.DeployAsync();
        return cluster;
    }

    private static IWeightsStore Store(InProcessTestCluster cluster, int silo) => cluster.Silos[silo].ServiceProvider.GetRequiredService<IWeightsStore>().HeldHere();
}
