using CoLearn.Exchange;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Storage;

namespace CoLearn.Storage;

/// <summary>Opens what a silo keeps in its directory before anything runs, so that it does not start where it could keep nothing, and closes it when the silo stops.</summary>
internal sealed class StoreOpening(IServiceProvider services) : IConfigurationValidator, ILifecycleParticipant<ISiloLifecycle>
{
    /// <summary>The storage, unless the program brought another one.</summary>
    private SqliteGrainStorage? Storage => services.GetKeyedService<IGrainStorage>(StorageNames.CoLearn) as SqliteGrainStorage;

    public void ValidateConfiguration()
    {
        (services.GetService<IWeightsStore>()?.HeldHere() as FileWeightsStore)?.Open();
        Storage?.Open();
    }

    public void Participate(ISiloLifecycle lifecycle)
        => lifecycle.Subscribe(nameof(StoreOpening), ServiceLifecycleStage.RuntimeStorageServices, _ => Task.CompletedTask, _ => Task.Run(() => Storage?.Dispose()));
}
