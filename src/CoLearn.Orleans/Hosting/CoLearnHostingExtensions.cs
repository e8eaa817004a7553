using CoLearn;
using CoLearn.Endpoint;
using CoLearn.Exchange;
using CoLearn.Faults;
using CoLearn.Learners;
using CoLearn.Messages;
using CoLearn.Registry;
using CoLearn.Rounds;
using CoLearn.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Configuration;
using Orleans.Storage;

namespace Orleans.Hosting;

/// <summary>Collectives on a silo.</summary>
public static class CoLearnHostingExtensions
{
    /// <summary>
    /// Lets a silo take part in collectives. State is kept in the grain storage named <c>colearn</c> where one is added, else where
    /// <see cref="CoLearnSiloBuilder.Store"/> says, else in memory. The silo's host does not start where the settings of a learner cannot be used: it throws a
    /// <see cref="LearnerSettingsException"/> with all that is wrong; or where nothing can be kept in its directory: it throws a <see cref="StoreException"/>;
    /// or where it cannot serve its weights to the other silos: it throws an <see cref="EndpointException"/>.
    /// </summary>
    /// <param name="silo">The silo's builder.</param>
    /// <param name="configure">Which site this is and which learners it hosts.</param>
    /// <returns>The same builder.</returns>
    public static ISiloBuilder AddCoLearn(this ISiloBuilder silo, Action<CoLearnSiloBuilder>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(silo);
        var services = silo.Services;
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<IProposerChoice, RoundRobin>();
        services.AddSingleton<IProposerChoice, SeededRandom>();
        services.AddSingleton<Proposers>();
        services.AddSingleton<Screener>();
        services.AddSingleton<FaultPoints>();
        services.AddSingleton<HostedLearners>();
        // Before the silo's own, since hosted services are made in this order.
        services.Insert(0, ServiceDescriptor.Singleton<IHostedService, Preparation>());
        services.AddSingleton<IConfigurationValidator, SettingsValidator>();
        services.AddOptions<ComputeOptions>();
        services.AddSingleton<IValidateOptions<ComputeOptions>, ComputeOptionsValidator>();
        services.AddSingleton<ComputeQueue>();
        services.AddSingleton<ClusterView>();
        services.AddSingleton<Reports>();
        services.AddSingleton(provider => new LearnerServices(
            provider.GetRequiredService<HostedLearners>(),
            provider.GetRequiredService<ComputeQueue>(),
            provider.GetRequiredService<IWeightsStore>(),
            provider.GetRequiredKeyedService<IGrainStorage>(StorageNames.Notes),
            provider.GetRequiredService<Readiness>(),
            provider.GetRequiredService<FaultPoints>(),
            provider.GetRequiredService<Reports>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILoggerFactory>()));
        // A killed silo is noticed within three seconds instead of fifteen. Whoever starves its silo for that long, by training on every core with
        // higher priority than the silo's own threads or by pausing the machine, configures more patience after this.
        services.Configure<ClusterMembershipOptions>(membership =>
        {
            membership.ProbeTimeout = TimeSpan.FromSeconds(1);
            membership.NumMissedProbesLimit = 3;
            membership.NumVotesForDeathDeclaration = 1;
        });
        // Each round is a grain of its own, and is not asked for again: where it was need not be known for the four minutes of Orleans' default, which is
        // megabytes where rounds are quick. Who is asked in every round is found anew every few seconds, for one call.
        services.Configure<GrainDirectoryOptions>(directory => directory.MaximumCacheTTL = TimeSpan.FromSeconds(5));
        services.AddOptions<WatchOptions>().Validate(watch => watch.Every > TimeSpan.Zero, "The watch's Every must be longer than 0.");
        services.AddSingleton<Rivals>();
        services.AddSingleton<Keeping>();
        services.AddSingleton<ILifecycleParticipant<ISiloLifecycle>, Watch>();
        services.AddEndpoint();
        silo.AddPlacementDirector<LearnerPlacement, LearnerPlacementDirector>();
        silo.AddOutgoingGrainCallFilter<MessageBound>().AddIncomingGrainCallFilter<MessageBound>();
        services.AddOptions<MessageOptions>().Validate(messages => messages.MaxBytes >= 1 << 20, "MessageOptions.MaxBytes must be at least 1 MiB.");
        var site = new CoLearnSiloBuilder(services);
        configure?.Invoke(site);
        silo.AddStores(site);
        return silo;
    }
}
