using CoLearn.Learners;

namespace CoLearn;

/// <summary>Collectives and learners by name.</summary>
public static class CollectiveExtensions
{
    /// <summary>A collective by its id, whether or not it exists yet.</summary>
    /// <param name="grains">A cluster client or a silo's grain factory.</param>
    /// <param name="id">1 to 64 letters, digits, hyphens, dots or underscores.</param>
    /// <returns>The collective.</returns>
    /// <exception cref="ArgumentException">The id has another form.</exception>
    public static Collective GetCollective(this IGrainFactory grains, string id)
    {
        ArgumentNullException.ThrowIfNull(grains);
        if (!Names.IsName(id))
            throw new ArgumentException($"A collective's id is 1 to 64 letters, digits, hyphens, dots or underscores, not '{id}'.", nameof(id));
        return new Collective(grains, id);
    }

    /// <summary>A learner of a collective.</summary>
    /// <typeparam name="TModel">The learner's model.</typeparam>
    /// <param name="grains">A cluster client or a silo's grain factory.</param>
    /// <param name="collective">The collective's id.</param>
    /// <param name="learner">The learner's name.</param>
    /// <returns>The learner's grain.</returns>
    public static ILearnerGrain GetLearner<TModel>(this IGrainFactory grains, string collective, string learner)
        where TModel : ILearnerModel
        => grains.GetLearner(TModel.Definition.Name, collective, learner);

    /// <summary>A learner of a collective, where only its model's name is known.</summary>
    /// <param name="grains">A cluster client or a silo's grain factory.</param>
    /// <param name="model">The model's name.</param>
    /// <param name="collective">The collective's id.</param>
    /// <param name="learner">The learner's name.</param>
    /// <returns>The learner's grain.</returns>
    public static ILearnerGrain GetLearner(this IGrainFactory grains, string model, string collective, string learner)
    {
        ArgumentNullException.ThrowIfNull(grains);
        // By its name: from the type alone Orleans would read the interface's attributes each time.
        return (ILearnerGrain)grains.GetGrain(
            GrainId.Create(LearnerDefinition.GrainType(model), new LearnerKey(collective, learner).ToString()),
            GrainInterfaceType.Create(ILearnerGrain.InterfaceType));
    }
}
