using System.Net;
using CoLearn.Exchange;
using CoLearn.Toy;
using Microsoft.Extensions.DependencyInjection;
using Orleans.TestingHost;

namespace CoLearn.Registry;

/// <summary>Accepted weights of learners on one silo are held by another one, too.</summary>
public sealed class KeepingTests
{
    [Fact]
    public async Task Look_AtACollectiveThatRunsOrHasJustEnded_AsksForItsWeights()
    {
        await using var cluster = await StartAsync();
        var collective = cluster.Client.GetCollective("kept");
        await collective.CreateAsync(new("compass", ["ann", "bob"]));
        var south = cluster.Silos.Single(silo => silo.Name.EndsWith('1')).ServiceProvider;
        var sites = await cluster.Client.GetGrain<IRegistryGrain>(0).Sites();
        var (mine, keeping) = (sites.Single(site => site.Site == "south"), south.GetRequiredService<Keeping>());
        var asked = (AskedStore)south.GetRequiredService<IWeightsStore>();

        var first = await collective.RunRoundAsync();
        await keeping.LookAsync(mine, sites, ["kept"]);
        Assert.Equal(Need(first), asked.Needs.Last());
        await KeptAsync(keeping, mine, sites, asked);

        var last = await collective.RunRoundAsync();
        await collective.FinishAsync();
        await keeping.LookAsync(mine, sites, []);
        Assert.Equal(Need(last), asked.Needs.Last());

        var before = asked.Needs.Count;
        await keeping.LookAsync(mine, sites, []);
        await keeping.LookAsync(mine, [mine], ["kept"]);
        await keeping.LookAsync(mine with { Site = "elsewhere" }, sites, ["kept"]);
        Assert.Equal(before, asked.Needs.Count);

        static WeightsNeed Need(RoundRecord record) => new(new("kept", record.Index), record.Facts.ProposalHash!, long.MaxValue, Accepted: true);
    }

    [Fact]
    public void Keepers_OfACollective_AreTwoSitesThatHaveTheModelWhereTwoDo()
    {
        SiteEntry[] sites = [Site("a", "other"), Site("b", "mine"), Site("c"), Site("d", "mine"), Site("e", "other", "mine")];
        var keepers = Enumerable.Range(0, 20).Select(number => Keeping.KeepersOf($"collective-{number}", "mine", sites).ToArray()).ToArray();

        Assert.All(keepers, two => Assert.Equal(2, two.Distinct().Count()));
        Assert.Equal(["b", "d", "e"], keepers.SelectMany(two => two).Distinct().Order());
        Assert.Equal(keepers[0], Keeping.KeepersOf("collective-0", "mine", [.. sites.Reverse()]));
        Assert.Equal(2, Keeping.KeepersOf("collective-0", "nowhere", sites).Count());
        Assert.Empty(Keeping.KeepersOf("collective-0", "mine", sites[1..2]));
    }

    /// <summary>Looks until the store is asked no more: it is not looked through again and again for what is there.</summary>
    private static async Task KeptAsync(Keeping keeping, SiteEntry mine, IReadOnlyList<SiteEntry> sites, AskedStore asked)
    {
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        int before;
        do
        {
            late.Token.ThrowIfCancellationRequested();
            before = asked.Needs.Count;
            await keeping.LookAsync(mine, sites, ["kept"]);
        }
        while (asked.Needs.Count > before);
    }

    /// <summary>Two silos that look at nothing by themselves.</summary>
    private static async Task<InProcessTestCluster> StartAsync()
    {
        var builder = new InProcessTestClusterBuilder(2);
        builder.ConfigureSilo((options, silo) => silo.AddCoLearn(site =>
        {
            site.Watch(watch => watch.Every = TimeSpan.FromDays(1));
            site.Services.AddSingleton<IWeightsStore>(services => new AskedStore(
                new PulledWeightsStore(new MemoryWeightsStore(), services.GetRequiredService<WeightsPull>(), new())));
            if (options.SiloName.EndsWith('0'))
                site.Site("north").Host<CompassModel>("ann", Compasses.Settings(8)).Host<CompassModel>("bob", Compasses.Settings(8));
            else
                site.Site("south").Host<CompassModel>("cy", Compasses.Settings(8));
        }));
        builder.ConfigureClient(client => client.AddCoLearnClient());
        var cluster = builder.Build();
        await cluster.DeployAsync();
        return cluster;
    }

    private static SiteEntry Site(string name, params string[] models) => new(name, SiloAddress.New(IPAddress.Loopback, 1, 1), DateTimeOffset.UnixEpoch, [])
    {
        Models = [.. models.Select(model => new SiteModel(model, "f", CompassModel.Definition.Rule))],
    };
}
