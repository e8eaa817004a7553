using CoLearn.Exchange;
using CoLearn.Faults;
using CoLearn.Learners;
using CoLearn.Registry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Orleans.Configuration;
using Orleans.Metadata;

namespace CoLearn;

/// <summary>What a silo does for collectives: which site it is, whose learners it hosts, how it computes.</summary>
public sealed class CoLearnSiloBuilder
{
    internal CoLearnSiloBuilder(IServiceCollection services) => Services = services;

    /// <summary>The silo's services.</summary>
    public IServiceCollection Services { get; }

    /// <summary>Where state and weights are kept; <see langword="null"/> for in memory.</summary>
    internal string? StoreDirectory { get; private set; }

    /// <summary>Whether there is no other silo: what is in memory need not be written then.</summary>
    internal bool IsAlone { get; set; }

    /// <summary>Names the site that this silo is.</summary>
    /// <param name="name">1 to 64 letters, digits, hyphens, dots or underscores; <c>"local"</c> where it is not named.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentException">It is no name.</exception>
    public CoLearnSiloBuilder Site(string name)
    {
        RequireName(name, "site");
        Services.Configure<SiteOptions>(options => options.Site = name);
        return this;
    }

    /// <summary>Hosts a learner here: its data is loaded on this silo and nowhere else.</summary>
    /// <remarks>
    /// The site's own settings for it, such as <c>BatchSize</c>, <c>LearningRate</c>, <c>Epochs</c> or <c>Batches</c>, <c>Threads</c> and where its data
    /// is, come from three places, read when the silo starts; the later ones win: <c>settings</c>; the section <c>CoLearn:Learners:&lt;model&gt;</c> of the
    /// host's configuration, for all learners of the model on this silo; and <c>CoLearn:Learners:&lt;model&gt;:&lt;learner&gt;</c>. In the environment
    /// that is <c>CoLearn__Learners__mnist__LearningRate</c>. A later one that sets <c>Epochs</c> or <c>Batches</c> replaces both, and an empty value
    /// stands for the declared one. Where none sets <c>Threads</c>, it is <see cref="ComputeOptions.TrainingThreads"/>, if that is set. The values of
    /// the collective's rule are no settings of a site: a silo that finds them there does not start.
    /// </remarks>
    /// <typeparam name="TModel">The declared model.</typeparam>
    /// <param name="learner">The learner's name.</param>
    /// <param name="settings">The site's own settings for it as the program gives them; none by default.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentException">It is no name.</exception>
    public CoLearnSiloBuilder Host<TModel>(string learner, IConfiguration? settings = null)
        where TModel : ILearnerModel
    {
        RequireName(learner, "learner");
        Services.AddSingleton(new HostedLearner(TModel.Definition, learner, settings ?? new ConfigurationBuilder().Build()));
        Services.TryAddEnumerable(ServiceDescriptor.Singleton<IPostConfigureOptions<GrainTypeOptions>, HostedGrain<TModel>>());
        Services.TryAddEnumerable(ServiceDescriptor.Singleton<IGrainTypeProvider, HostedGrain<TModel>>());
        return this;
    }

    /// <summary>Sets how the silo's processors are shared.</summary>
    /// <param name="configure">Sets the options.</param>
    /// <returns>This builder.</returns>
    public CoLearnSiloBuilder Compute(Action<ComputeOptions> configure)
    {
        Services.Configure(configure);
        return this;
    }

    /// <summary>Sets how the silo watches over running collectives.</summary>
    /// <param name="configure">Sets the options.</param>
    /// <returns>This builder.</returns>
    public CoLearnSiloBuilder Watch(Action<WatchOptions> configure)
    {
        Services.Configure(configure);
        return this;
    }

    /// <summary>
    /// Keeps what collectives need to go on after the silo has stopped or died: their state in the file <c>colearn.db</c> of a directory and their weights in
    /// its folder <c>weights</c>. Without it both are in memory and end with the silo.
    /// </summary>
    /// <remarks>
    /// The state is this silo's alone as long as it runs: another silo on the same file does not start. Several silos keep their state in a grain storage named
    /// <c>colearn</c> that all of them reach, such as Redis; where the program adds one, or an <see cref="IWeightsStore"/> of its own, it takes the place of
    /// the file or the folder. Silos on one machine may share the folder then. A <c>&lt;hash&gt;.safetensors</c> there has the SHA-256 of its name. A silo
    /// whose directory or file cannot be used does not start: its host throws a <see cref="StoreException"/>.
    /// </remarks>
    /// <param name="directory">The directory; it is made where it does not exist.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentException">It is empty or no path.</exception>
    public CoLearnSiloBuilder Store(string directory)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(directory);
        StoreDirectory = Path.GetFullPath(directory);
        return this;
    }

    /// <summary>Sets how long weights are kept.</summary>
    /// <param name="configure">Sets the options.</param>
    /// <returns>This builder.</returns>
    public CoLearnSiloBuilder Weights(Action<WeightsOptions> configure)
    {
        Services.Configure(configure);
        return this;
    }

    /// <summary>Sets where the silo serves its weights to the other silos, and by which key.</summary>
    /// <param name="configure">Sets the options.</param>
    /// <returns>This builder.</returns>
    public CoLearnSiloBuilder Endpoint(Action<CoLearnEndpointOptions> configure)
    {
        Services.Configure(configure);
        return this;
    }

    /// <summary>Lets something fail between two steps of a round, to test that the round goes on after it. Not for silos in service.</summary>
    /// <param name="point">Between which steps.</param>
    /// <param name="happens">What happens, given the collective's id and the round's index: it may throw, or end the process.</param>
    /// <returns>This builder.</returns>
    public CoLearnSiloBuilder Fault(FaultPoint point, Action<string, int> happens)
    {
        ArgumentNullException.ThrowIfNull(happens);
        Services.AddSingleton(new Fault(point, happens));
        return this;
    }

    private static void RequireName(string name, string what)
    {
        if (!Names.IsName(name))
            throw new ArgumentException($"A {what}'s name is 1 to {Names.MaxLength} letters, digits, hyphens, dots or underscores, not '{name}'.", nameof(name));
    }
}
