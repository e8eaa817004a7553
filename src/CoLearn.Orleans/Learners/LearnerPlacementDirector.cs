using CoLearn.Registry;
using CoLearn.Rounds;
using Orleans.Runtime.Placement;

namespace CoLearn.Learners;

/// <summary>Finds the one silo that hosts a learner, by the registry's entries.</summary>
internal sealed class LearnerPlacementDirector : IPlacementDirector
{
    private readonly IGrainFactory grains;

    /// <summary>Where many learners are looked for at once, one look serves all that came before it.</summary>
    private readonly Groups<GrainId> looks;

    private ILookup<string, SiteEntry> sites = Enumerable.Empty<SiteEntry>().ToLookup(_ => string.Empty);

    public LearnerPlacementDirector(IGrainFactory grains)
    {
        this.grains = grains;
        looks = new(_ => LookAsync(), apart: true);
    }

    public async Task<SiloAddress> OnAddActivation(PlacementStrategy strategy, PlacementTarget target, IPlacementContext context)
    {
        var key = LearnerKey.Parse(target.GrainIdentity.Key.ToString()!);
        var model = target.GrainIdentity.Type.ToString()![LearnerDefinition.GrainType(string.Empty).Length..];
        await looks.Add(target.GrainIdentity);
        var hosting = sites[$"{model}/{key.Learner}"].ToArray();
        return hosting switch
        {
            [var site] => context.GetCompatibleSilos(target).FirstOrDefault(silo => silo.Equals(site.Silo))
                ?? throw new LearnerNotHostedException($"Learner '{key.Learner}' of model '{model}' is hosted by site '{site.Site}', whose silo cannot be reached."),
            [] => throw new LearnerNotHostedException(
                $"Learner '{key.Learner}' of model '{model}' is hosted by no site; let one name it in AddCoLearn(site => site.Host<TModel>(\"{key.Learner}\", settings))."),
            _ => throw new LearnerNotHostedException(
                $"Learner '{key.Learner}' of model '{model}' is hosted by several sites ({string.Join(", ", hosting.Select(site => $"'{site.Site}'"))}); only one may host it."),
        };
    }

    private async Task LookAsync()
    {
        var entries = await grains.GetGrain<IRegistryGrain>(0).Sites();
        sites = entries.SelectMany(site => site.Learners.Select(learner => (learner, site))).ToLookup(hosted => hosted.learner, hosted => hosted.site);
    }
}
