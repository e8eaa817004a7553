using CoLearn.Registry;
using Orleans.Runtime.Placement;

namespace CoLearn.Learners;

/// <summary>Finds the one silo that hosts a learner, by the registry's entries.</summary>
internal sealed class LearnerPlacementDirector(IGrainFactory grains) : IPlacementDirector
{
    public async Task<SiloAddress> OnAddActivation(PlacementStrategy strategy, PlacementTarget target, IPlacementContext context)
    {
        var key = LearnerKey.Parse(target.GrainIdentity.Key.ToString()!);
        var model = target.GrainIdentity.Type.ToString()![LearnerDefinition.GrainType(string.Empty).Length..];
        var sites = await grains.GetGrain<IRegistryGrain>(0).Sites();
        var hosting = sites.Where(site => site.Learners.Contains($"{model}/{key.Learner}")).ToArray();
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
}
