using CoLearn.Endpoint;
using CoLearn.Learners;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CoLearn.Registry;

/// <summary>
/// Each silo's watch: every few seconds it renews its site's entry in the registry and wakes the running collectives, so that one whose silo was
/// lost lives on at another, and keeps their weights where they would be on one silo only. The first look comes as soon as the silo takes calls; the entry goes when the silo stops.
/// </summary>
internal sealed partial class Watch(
    IGrainFactory grains,
    ILocalSiloDetails silo,
    HostedLearners hosted,
    SiloEndpoint endpoint,
    Rivals rivals,
    Keeping keeping,
    IOptions<SiteOptions> site,
    IOptions<WatchOptions> options,
    TimeProvider time,
    ILogger<Watch> log) : ILifecycleParticipant<ISiloLifecycle>
{
    private readonly CancellationTokenSource stopping = new();
    private SiteEntry? entry;
    private Task watching = Task.CompletedTask;

    private IRegistryGrain Registry => grains.GetGrain<IRegistryGrain>(0);

    public void Participate(ISiloLifecycle lifecycle) => lifecycle.Subscribe(nameof(Watch), ServiceLifecycleStage.Active, StartAsync, StopAsync);

    private async Task StartAsync(CancellationToken cancellation)
    {
        entry = new(site.Value.Site, silo.SiloAddress, time.GetUtcNow(), hosted.Names) { Models = hosted.Models };
        await rivals.MeetAsync(entry);
        await Registry.Announce(Entry());
        watching = Task.Run(WatchAsync, CancellationToken.None);
    }

    private async Task WatchAsync()
    {
        using var timer = new PeriodicTimer(options.Value.Every, time);
        try
        {
            do
            {
                await LookAsync();
            }
            while (await timer.WaitForNextTickAsync(stopping.Token));
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The silo stops.
        }
    }

    private async Task LookAsync()
    {
        try
        {
            await Registry.Announce(Entry()).WaitAsync(stopping.Token);
            var sites = await Registry.Sites().WaitAsync(stopping.Token);
            if (await rivals.LookAsync(entry!, sites).WaitAsync(stopping.Token))
                await Registry.Announce(Entry()).WaitAsync(stopping.Token);
            var running = await Registry.Collectives().WaitAsync(stopping.Token);
            await keeping.LookAsync(entry!, sites, running).WaitAsync(stopping.Token);
        }
        catch (Exception error) when (!stopping.IsCancellationRequested)
        {
            LogMissed(log, options.Value.Every.TotalSeconds, error.Message);
        }
    }

    /// <summary>Where the program's own application serves the weights, its address is known when that runs.</summary>
    private SiteEntry Entry() => entry! with { WeightsAddress = endpoint.Address };

    private async Task StopAsync(CancellationToken cancellation)
    {
        await stopping.CancelAsync();
        await watching;
        if (entry is not null)
            await Registry.Withdraw(entry).WaitAsync(TimeSpan.FromSeconds(2), time, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    [LoggerMessage(LogLevel.Warning, "The watch on running collectives looks again in {Seconds} s: {Reason}")]
    private static partial void LogMissed(ILogger log, double seconds, string reason);
}
