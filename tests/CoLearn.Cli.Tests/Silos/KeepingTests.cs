using System.Net;
using CoLearn.ModelLibrary;
using CoLearn.Registry;

namespace CoLearn;

/// <summary>Accepted weights outlive the one silo that has all learners.</summary>
public sealed class KeepingTests : IDisposable
{
    private static readonly string[] Collectives = ["a", "b", "c", "d", "e", "f"];

    private readonly HttpClient http = new();

    public void Dispose() => http.Dispose();

    [RedisFact]
    public async Task AcceptedWeights_OfLearnersOnOneSilo_AreServedByAnotherWhenItDies()
    {
        await using var cluster = await SiteCluster.StartAsync();
        await using var north = await cluster.StartAsync("north", "ann", "bob");
        // It takes part in nothing.
        await cluster.StartAsync("south", "zoe");
        var collectives = Collectives.Select(id => cluster.Grains.GetCollective(id)).ToArray();
        // Each stands one round further than the one before, so that no two share weights.
        foreach (var (index, collective) in collectives.Index())
        {
            await collective.CreateAsync(new("needle", ["ann", "bob"]));
            await HeldAsync(cluster, (await collective.RunAsync((2 * index) + 1).LastAsync()).Facts.ProposalHash);
        }

        foreach (var collective in collectives)
        {
            var record = await collective.RunRoundAsync();
            await collective.FinishAsync();
            await HeldAsync(cluster, record.Facts.ProposalHash);
        }

        await north.DisposeAsync();
        foreach (var (index, collective) in collectives.Index())
            Assert.Equal((2 * index) + 2, NeedleModel.StepsOf(await collective.WeightsAsync()));
    }

    private Task HeldAsync(SiteCluster cluster, string? hash) => SiteCluster.UntilAsync("That the other silo holds the weights", async () =>
    {
        var south = (await cluster.Grains.GetGrain<IRegistryGrain>(0).Sites()).Single(site => site.Site == "south");
        using var answer = await http.SendAsync(new(HttpMethod.Head, $"{south.WeightsAddress}/colearn/weights/{hash}"));
        return answer.StatusCode == HttpStatusCode.OK;
    });
}
