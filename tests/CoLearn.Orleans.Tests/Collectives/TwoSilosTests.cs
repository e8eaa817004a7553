using System.Diagnostics;
using CoLearn.Learners;
using CoLearn.ModelLibrary;
using CoLearn.Registry;
using CoLearn.Toy;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Orleans.Configuration;

namespace CoLearn.Collectives;

public sealed class TwoSilosTests(TwoSilos silos) : IClassFixture<TwoSilos>
{
    private static readonly string[] Everybody = ["ann", "bob", "cy"];

    [Fact]
    public async Task Cluster_GeneratedLearner_IsFoundAndCalled()
    {
        var collective = silos.Cluster.Client.GetCollective("found");
        await collective.CreateAsync(new("compass", Everybody));
        var records = await collective.RunAsync(3).ToListAsync();

        Assert.All(records, record => Assert.Equal((Outcome.Accepted, 3), (record.Outcome, record.Facts.Votes.Count)));
        Assert.Equal(7, CompassModel.PlaceOf(await collective.WeightsAsync()));
        var status = await silos.Cluster.Client.GetLearner<CompassModel>("found", "cy").Status();
        Assert.Equal(("found", "cy", 4), (status.Collective, status.Learner, status.Evaluations));
        Assert.All((await collective.StatusAsync()).Settings, settings => Assert.Equal(new("Pace", "0.5"), settings.Value[0]));
    }

    [Fact]
    public async Task Cluster_Learners_LiveWhereTheirDataIs()
    {
        var collective = silos.Cluster.Client.GetCollective("placed");
        await collective.CreateAsync(new("compass", Everybody));
        await collective.RunRoundAsync();

        var management = silos.Cluster.Client.GetGrain<IManagementGrain>(0);
        var sites = await silos.Cluster.Client.GetGrain<IRegistryGrain>(0).Sites();
        Assert.Equal(["north", "south"], sites.Select(site => site.Site));
        foreach (var learner in Everybody)
        {
            var silo = await management.GetActivationAddress((IAddressable)silos.Cluster.Client.GetLearner<CompassModel>("placed", learner));
            Assert.Equal(sites.Single(site => site.Learners.Contains($"compass/{learner}")).Silo, silo);
        }
    }

    [Fact]
    public async Task Cluster_ModelLibraryWithoutOrleansGenerator_Works()
    {
        Assert.DoesNotContain(typeof(NeedleModel).Assembly.GetTypes(), type => type.Namespace?.StartsWith("OrleansCodeGen", StringComparison.Ordinal) == true);
        var collective = silos.Cluster.Client.GetCollective("library");
        await collective.CreateAsync(new("needle", Everybody));
        var record = await collective.RunRoundAsync();

        Assert.Equal((Outcome.Accepted, 2), (record.Outcome, record.Facts.Approvals));
        Assert.All(record.Facts.Votes, vote => Assert.Null(vote.TestScore));
        Assert.Equal(1, NeedleModel.StepsOf(await collective.WeightsAsync()));
    }

    [Fact]
    public async Task Cluster_ModelWithoutAGeneratedGrain_IsGivenOneWhereItIsHosted()
    {
        var collective = silos.Cluster.Client.GetCollective("walkers");
        await collective.CreateAsync(new("walker", ["dee", "eve"]));
        var records = await collective.RunAsync(2).ToListAsync();

        Assert.Equal([Outcome.Accepted, Outcome.Accepted], records.Select(record => record.Outcome));
        Assert.Equal(2, CompassModel.PlaceOf(await collective.WeightsAsync()));
    }

    [Fact]
    public void Silo_HostingModels_HasOneGrainForEach()
    {
        var grains = silos.Cluster.Silos.Select(silo => silo.ServiceProvider.GetRequiredService<IOptions<GrainTypeOptions>>().Value.Classes).ToArray();

        Assert.All(grains, classes => Assert.Equal("CompassModelGrain", Single<CompassModel>(classes)?.Name));
        Assert.All(grains, classes => Assert.Equal("NeedleModelGrain", Single<NeedleModel>(classes)?.Name));
        Assert.Equal([null, typeof(HostedGrain<WalkerModel>)], grains.Select(Single<WalkerModel>).Select(grain => grain?.DeclaringType?.MakeGenericType(typeof(WalkerModel))));

        static Type? Single<TModel>(IEnumerable<Type> classes)
            where TModel : ILearnerModel
            => classes.SingleOrDefault(type => type.IsSubclassOf(typeof(LearnerGrain<TModel>)));
    }

    [Fact]
    public async Task Cluster_TracedRound_IsOneTree()
    {
        var collective = silos.Cluster.Client.GetCollective("traced");
        await collective.CreateAsync(new("compass", Everybody));
        await collective.RunRoundAsync();
        await ConfirmedAsync("traced", 1);
        // A learner says that it knows the outcome before its span has ended.
        while (silos.Spans.Snapshot().Count(span => span.OperationName == "colearn.accept" && IsOf(span, "traced", 1)) < Everybody.Length)
            await Task.Yield();

        var spans = silos.Spans.Snapshot();
        var round = spans.Single(span => span.OperationName == "colearn.round" && IsOf(span, "traced", 1));
        var ours = spans.Where(span => span.TraceId == round.TraceId && span.Source.Name == "CoLearn").ToArray();

        Assert.Equal(default, round.ParentSpanId);
        Assert.Equal("accepted", round.GetTagItem("colearn.outcome"));
        Assert.Equal(
            ["colearn.accept 3", "colearn.evaluate 3", "colearn.propose 1", "colearn.round 1", "colearn.train 1", "colearn.vote 3"],
            ours.CountBy(span => span.OperationName).Select(count => $"{count.Key} {count.Value}").Order(StringComparer.Ordinal));
        Assert.Equal(ours.Length, spans.Count(span => span.Source.Name == "CoLearn" && IsOf(span, "traced", 1)));

        var byId = spans.Where(span => span.TraceId == round.TraceId).ToDictionary(span => span.SpanId);
        Assert.All(ours, span => Assert.Same(round, RootOf(span, byId)));
        Assert.Equal(
            Everybody, ours.Where(span => span.OperationName == "colearn.vote").Select(span => (string)span.GetTagItem("colearn.learner")!).Order(StringComparer.Ordinal));
        Assert.Equal(2, ours.Count(span => span.OperationName == "colearn.vote" && span.GetTagItem("colearn.vote.approve") is true));
        Assert.Contains(byId.Values, span => span.Source.Name.StartsWith("Microsoft.Orleans", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Cluster_EverybodyConfirmed_HoldsTheSameWeightsAndHead()
    {
        var collective = silos.Cluster.Client.GetCollective("equal");
        await collective.CreateAsync(new("compass", Everybody));
        var record = await collective.RunRoundAsync();
        await ConfirmedAsync("equal", 1);

        foreach (var learner in Everybody)
        {
            var status = await silos.Cluster.Client.GetLearner<CompassModel>("equal", learner).Status();
            Assert.Equal((record.Facts.ProposalHash, record.Hash), (status.AcceptedHash, status.Head));
        }
    }

    private static bool IsOf(Activity span, string collective, int round)
        => Equals(span.GetTagItem("colearn.collective"), collective) && Equals(span.GetTagItem("colearn.round.index"), round);

    private static Activity RootOf(Activity span, Dictionary<ActivitySpanId, Activity> byId)
    {
        while (span.ParentSpanId != default)
            span = byId[span.ParentSpanId];
        return span;
    }

    /// <summary>Asks until every learner knows the round's outcome: accept is not a barrier.</summary>
    private async Task ConfirmedAsync(string collective, int round)
    {
        foreach (var learner in Everybody)
        {
            while ((await silos.Cluster.Client.GetLearner<CompassModel>(collective, learner).Status()).Round < round)
                await Task.Yield();
        }
    }
}
