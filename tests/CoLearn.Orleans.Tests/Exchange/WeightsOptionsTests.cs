using CoLearn.Toy;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Orleans.TestingHost;

namespace CoLearn.Exchange;

public sealed class WeightsOptionsTests
{
    [Fact]
    public async Task Weights_OfWhichNoneWouldBeKept_AreRefusedBeforeAnythingRuns()
    {
        var options = Compasses.Options(1);
        options.Silo = silo => silo.Services.Configure<WeightsOptions>(weights => weights.KeptAccepts = 0);
        var error = await Assert.ThrowsAsync<OptionsValidationException>(() => LocalCollective.StartAsync<CompassModel>(options));
        Assert.Equal("WeightsOptions.KeptAccepts is 0; it must be at least 1.", error.Message);
    }

    [Fact]
    public async Task Weights_OfASite_AreKeptAsLongAsItSays()
    {
        var builder = new InProcessTestClusterBuilder(1);
        builder.ConfigureSilo((_, silo) => silo.AddCoLearn(site => site.Weights(weights => weights.KeptAccepts = 2)));
        await using var cluster = builder.Build();
        await cluster.DeployAsync();
        var store = cluster.Silos[0].ServiceProvider.GetRequiredService<IWeightsStore>();

        var weights = Enumerable.Range(0, 3).Select(place => CompassModel.At(place)).ToList();
        for (var round = 0; round < 3; round++)
        {
            await store.PutAsync(new("c", round), weights[round]);
            await store.SettleAsync(new("c", round), weights[round].Hash);
        }

        Assert.Null(await store.GetAsync(weights[0].Hash));
        Assert.NotNull(await store.GetAsync(weights[1].Hash));
    }
}
