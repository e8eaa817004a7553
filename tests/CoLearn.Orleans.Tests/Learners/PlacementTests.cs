using CoLearn.Registry;
using CoLearn.Toy;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Core.Internal;
using Orleans.Runtime.Placement;

namespace CoLearn.Learners;

/// <summary>A learner is on the silo of its site, and stays there.</summary>
public sealed class PlacementTests(TwoSilos silos) : IClassFixture<TwoSilos>
{
    private static readonly string[] Everybody = ["ann", "bob", "cy"];

    private IClusterClient Client => silos.Cluster.Client;

    [Fact]
    public async Task Site_InSeveralCollectives_HasALearnerOfTheNameInEach()
    {
        var (first, second) = (await CreateAsync("ward-1"), await CreateAsync("ward-2"));
        await first.RunAsync(2).ToListAsync();
        await second.RunRoundAsync();

        Assert.Equal((6, 4), (CompassModel.PlaceOf(await first.WeightsAsync()), CompassModel.PlaceOf(await second.WeightsAsync())));
        Assert.Equal(3, (await Learner("ward-1", "ann").Status()).Evaluations);
        Assert.Equal(2, (await Learner("ward-2", "ann").Status()).Evaluations);
        Assert.Equal(await SiloOfAsync("north"), await WhereAsync("ward-1", "ann"));
        Assert.Equal(await SiloOfAsync("north"), await WhereAsync("ward-2", "ann"));
    }

    [Fact]
    public async Task Silo_ThatHasNotSaidWhomItHosts_IsWaitedFor()
    {
        var registry = Client.GetGrain<IRegistryGrain>(0);
        await registry.Withdraw((await registry.Sites()).Single(site => site.Site == "south"));

        var status = await Learner("silent", "cy").Status().WaitAsync(TimeSpan.FromSeconds(60));

        Assert.Equal("cy", status.Learner);
        Assert.Equal(await SiloOfAsync("south"), await WhereAsync("silent", "cy"));
    }

    [Fact]
    public async Task Learner_ToldToMigrate_Stays()
    {
        await (await CreateAsync("told")).RunRoundAsync();
        var before = await Learner("told", "ann").Status();

        RequestContext.Set(IPlacementDirector.PlacementHintKey, await SiloOfAsync("south"));
        await Learner("told", "ann").AsReference<IGrainManagementExtension>().MigrateOnIdle();
        RequestContext.Remove(IPlacementDirector.PlacementHintKey);

        // One that is made anew has evaluated nothing.
        Assert.Equal(before, await Learner("told", "ann").Status());
        Assert.Equal(2, before.Evaluations);
        Assert.Equal(await SiloOfAsync("north"), await WhereAsync("told", "ann"));
    }

    [Fact]
    public async Task Learner_OfASiloThatIsEvenedOut_Stays()
    {
        await (await CreateAsync("evened")).RunRoundAsync();
        var (north, south) = (await SiloOfAsync("north"), await SiloOfAsync("south"));

        // What Orleans' rebalancer does.
        var control = silos.Cluster.Silos.Single(silo => silo.SiloAddress.Equals(north)).ServiceProvider.GetRequiredService(typeof(Silo).Assembly.GetType("Orleans.Runtime.SiloControl")!);
        await (Task)control.GetType().GetMethod("MigrateRandomActivations")!.Invoke(control, [south, 1000, CancellationToken.None])!;

        Assert.Equal(2, (await Learner("evened", "ann").Status()).Evaluations);
        Assert.Equal(2, (await Learner("evened", "bob").Status()).Evaluations);
        Assert.Equal(north, await WhereAsync("evened", "ann"));
    }

    private async Task<Collective> CreateAsync(string id)
    {
        var collective = Client.GetCollective(id);
        await collective.CreateAsync(new("compass", Everybody));
        return collective;
    }

    private ILearnerGrain Learner(string collective, string learner) => Client.GetLearner<CompassModel>(collective, learner);

    private async Task<SiloAddress> SiloOfAsync(string site) => (await Client.GetGrain<IRegistryGrain>(0).Sites()).Single(entry => entry.Site == site).Silo;

    private async Task<SiloAddress> WhereAsync(string collective, string learner)
    {
        var id = Learner(collective, learner).GetGrainId();
        var statistics = await Client.GetGrain<IManagementGrain>(0).GetDetailedGrainStatistics();
        return Assert.Single(statistics, grain => grain.GrainId == id).SiloAddress;
    }
}
