using CoLearn.Registry;
using CoLearn.Rounds;
using Orleans.Runtime.Placement;

namespace CoLearn.Learners;

/// <summary>Finds the one silo that hosts a learner, by the registry's entries.</summary>
internal sealed class LearnerPlacementDirector : IPlacementDirector
{
    /// <summary>How long a silo may be there that has not said yet which site it is, and whom it hosts.</summary>
    private static readonly TimeSpan LongestUnknown = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(200);

    private readonly IGrainFactory grains;
    private readonly TimeProvider time;

    /// <summary>Where many learners are looked for at once, one look serves all that came before it.</summary>
    private readonly Groups<GrainId> looks;

    private IReadOnlyList<SiteEntry> sites = [];
    private ILookup<string, SiteEntry> hosts = Enumerable.Empty<SiteEntry>().ToLookup(_ => string.Empty);

    public LearnerPlacementDirector(IGrainFactory grains, TimeProvider time)
    {
        this.grains = grains;
        this.time = time;
        looks = new(_ => LookAsync(), apart: true);
    }

    public async Task<SiloAddress> OnAddActivation(PlacementStrategy strategy, PlacementTarget target, IPlacementContext context)
    {
        var key = LearnerKey.Parse(target.GrainIdentity.Key.ToString()!);
        var model = target.GrainIdentity.Type.ToString()![LearnerDefinition.GrainType(string.Empty).Length..];
        var hosting = await HostingAsync($"{model}/{key.Learner}", target, context);
        if (hosting.Length == 0)
        {
            throw new LearnerNotHostedException(
                $"Learner '{key.Learner}' of model '{model}' is hosted by no site; let one name it in AddCoLearn(site => site.Host<TModel>(\"{key.Learner}\", settings)).");
        }

        // A site that is gone without a word may have another name by now.
        var silos = Reachable(target, context);
        SiteEntry[] reachable = [.. hosting.Where(site => silos.Contains(site.Silo))];
        return reachable switch
        {
            [var site] => site.Silo,
            [] => throw new LearnerNotHostedException($"Learner '{key.Learner}' of model '{model}' is hosted by site {Names(hosting)}, whose silo cannot be reached."),
            _ => throw new LearnerNotHostedException($"Learner '{key.Learner}' of model '{model}' is hosted by several sites ({Names(reachable)}); only one may host it."),
        };
    }

    /// <summary>Who hosts it; while a silo is there that might, and has not said so, a little later.</summary>
    private async Task<SiteEntry[]> HostingAsync(string learner, PlacementTarget target, IPlacementContext context)
    {
        var began = time.GetTimestamp();
        while (true)
        {
            await looks.Add(target.GrainIdentity);
            SiteEntry[] hosting = [.. hosts[learner]];
            if (hosting.Length > 0 || time.GetElapsedTime(began) >= LongestUnknown || Reachable(target, context).All(silo => sites.Any(site => site.Silo.Equals(silo))))
                return hosting;
            await Task.Delay(BetweenLooks, time);
        }
    }

    private static string Names(IEnumerable<SiteEntry> sites) => string.Join(", ", sites.Select(site => $"'{site.Site}'"));

    private static SiloAddress[] Reachable(PlacementTarget target, IPlacementContext context)
    {
        try
        {
            return context.GetCompatibleSilos(target);
        }
        catch (OrleansException none) when (none is not SiloUnavailableException)
        {
            // No silo has the model, which Orleans tells in its own words.
            return [];
        }
    }

    private async Task LookAsync()
    {
        sites = await grains.GetGrain<IRegistryGrain>(0).Sites();
        hosts = sites.SelectMany(site => site.Learners.Select(learner => (learner, site))).ToLookup(hosted => hosted.learner, hosted => hosted.site);
    }
}
