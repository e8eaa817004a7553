using CoLearn.Exchange;
using CoLearn.Registry;
using CoLearn.Toy;
using Microsoft.Extensions.DependencyInjection;

namespace CoLearn.Messages;

public sealed class MessageBoundTests(TwoSilos silos) : IClassFixture<TwoSilos>
{
    private const int TooMuch = 5 << 20;

    [Fact]
    public async Task Call_OfTooMuch_IsRefusedAtTheSenderAndHarmsNothing()
    {
        var client = silos.Cluster.Client;
        var error = await Assert.ThrowsAsync<MessageTooLargeException>(() => client.GetGrain<IWeightsGrain>(0).Read(new('x', TooMuch), 0));
        Assert.Matches("^A call of IWeightsGrain.Read has 5242[0-9]{3} bytes, but a message has at most 4194304; MessageOptions.MaxBytes sets that.$", error.Message);

        foreach (var silo in silos.Cluster.Silos)
        {
            var learner = silo.ServiceProvider.GetRequiredService<IGrainFactory>().GetLearner<CompassModel>("large", "cy");
            await Assert.ThrowsAsync<MessageTooLargeException>(() => learner.Propose(new() { Work = new("large", 1, 1, "cy"), PreviousHash = new('x', TooMuch) }));
            Assert.Equal("cy", (await learner.Status()).Learner);
        }
    }

    [Fact]
    public async Task Answer_OfTooMuch_ReachesTheCallerAsAnError()
    {
        var registry = silos.Cluster.Client.GetGrain<IRegistryGrain>(0);
        string[] names = [.. Enumerable.Range(0, 2).Select(number => new string((char)('a' + number), TooMuch / 2))];
        foreach (var name in names)
            await registry.Add(name);
        try
        {
            var error = await Assert.ThrowsAsync<MessageTooLargeException>(registry.Collectives);
            Assert.StartsWith("An answer of IRegistryGrain.Collectives has 5243", error.Message, StringComparison.Ordinal);
        }
        finally
        {
            foreach (var name in names)
                await registry.Remove(name);
        }
    }
}
