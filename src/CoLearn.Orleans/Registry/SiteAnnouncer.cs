using CoLearn.Learners;
using Microsoft.Extensions.Options;

namespace CoLearn.Registry;

/// <summary>Tells the registry which learners this silo hosts, as soon as the silo takes calls, and takes it out when it stops.</summary>
internal sealed class SiteAnnouncer(
    IGrainFactory grains, ILocalSiloDetails silo, HostedLearners hosted, IOptions<SiteOptions> site, TimeProvider time) : ILifecycleParticipant<ISiloLifecycle>
{
    private SiteEntry? entry;

    public void Participate(ISiloLifecycle lifecycle)
        => lifecycle.Subscribe(nameof(SiteAnnouncer), ServiceLifecycleStage.Active, AnnounceAsync, WithdrawAsync);

    private Task AnnounceAsync(CancellationToken cancellation)
    {
        entry = new(site.Value.Site, silo.SiloAddress, time.GetUtcNow(), hosted.Names);
        return grains.GetGrain<IRegistryGrain>(0).Announce(entry);
    }

    private Task WithdrawAsync(CancellationToken cancellation)
        => entry is null
            ? Task.CompletedTask
            : grains.GetGrain<IRegistryGrain>(0).Withdraw(entry).WaitAsync(TimeSpan.FromSeconds(2), time, cancellation)
                .ContinueWith(_ => { }, TaskScheduler.Default);
}
