using CoLearn.Exchange;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Serialization;
using Orleans.Serialization.Serializers;
using Orleans.Storage;

namespace CoLearn.Storage;

/// <summary>Where a silo keeps state and weights. What the program has brought itself stays.</summary>
internal static class StoreServices
{
    public static void AddStores(this ISiloBuilder silo, CoLearnSiloBuilder site)
    {
        var services = silo.Services;
        services.AddOptions<WeightsOptions>().ValidateOnStart();
        services.AddSingleton<IValidateOptions<WeightsOptions>, WeightsOptionsValidator>();
        // Every provider of that name asks for it.
        services.TryAddKeyedSingleton<IGrainStorageSerializer>(
            StorageNames.CoLearn, (provider, _) => new StateSerializer(provider.GetRequiredService<Serializer>()));
        if (site.StoreDirectory is { } directory)
            AddFiles(services, directory);
        else
            AddMemory(silo, site.IsAlone);
    }

    private static void AddMemory(ISiloBuilder silo, bool isAlone)
    {
        silo.Services.TryAddSingleton<IWeightsStore>(provider => Pulled(provider, new MemoryWeightsStore(Options(provider))));
        var hasStorage = HasStorage(silo.Services);
        if (!hasStorage && !isAlone)
        {
            silo.AddMemoryGrainStorage(StorageNames.CoLearn);
            AddSiloMemory(silo.Services, StorageNames.Notes);
            return;
        }

        if (!hasStorage)
            AddSiloMemory(silo.Services, StorageNames.CoLearn);
        AddNotes(silo.Services);
    }

    private static void AddFiles(IServiceCollection services, string directory)
    {
        services.TryAddSingleton<IWeightsStore>(provider => Pulled(provider, new FileWeightsStore(
            Path.Combine(directory, "weights"), Options(provider), provider.GetRequiredService<ILogger<FileWeightsStore>>())));
        if (!HasStorage(services))
        {
            services.AddKeyedSingleton<IGrainStorage>(StorageNames.CoLearn, (provider, _) => new SqliteGrainStorage(
                Path.Combine(directory, "colearn.db"),
                provider.GetRequiredKeyedService<IGrainStorageSerializer>(StorageNames.CoLearn),
                provider.GetRequiredService<IActivatorProvider>()));
        }

        AddNotes(services);
        services.AddSingleton<StoreOpening>();
        services.AddSingleton<IConfigurationValidator>(provider => provider.GetRequiredService<StoreOpening>());
        services.AddSingleton<ILifecycleParticipant<ISiloLifecycle>>(provider => provider.GetRequiredService<StoreOpening>());
    }

    private static void AddSiloMemory(IServiceCollection services, string name)
        => services.AddKeyedSingleton<IGrainStorage>(name, (provider, _) => new SiloMemory(provider.GetRequiredService<IActivatorProvider>()));

    private static void AddNotes(IServiceCollection services)
        => services.AddKeyedSingleton(StorageNames.Notes, (provider, _) => provider.GetRequiredKeyedService<IGrainStorage>(StorageNames.CoLearn));

    private static PulledWeightsStore Pulled(IServiceProvider provider, IWeightsStore here) => new(here, provider.GetRequiredService<WeightsPull>(), Options(provider));

    private static WeightsOptions Options(IServiceProvider provider) => provider.GetRequiredService<IOptions<WeightsOptions>>().Value;

    private static bool HasStorage(IServiceCollection services)
        => services.Any(service => service.ServiceType == typeof(IGrainStorage) && service.IsKeyedService && StorageNames.CoLearn.Equals(service.ServiceKey));
}
