namespace CoLearn.Endpoint;

/// <summary>Whether a silo is ready: it takes calls, and no learner that joined is still loading its data.</summary>
internal sealed class Readiness : ILifecycleParticipant<ISiloLifecycle>
{
    private volatile bool takesCalls;
    private int loading;

    public bool IsReady => takesCalls && Volatile.Read(ref loading) == 0;

    public void Participate(ISiloLifecycle lifecycle)
        => lifecycle.Subscribe(nameof(Readiness), ServiceLifecycleStage.Active, _ => TakeCalls(true), _ => TakeCalls(false));

    /// <summary>Loads a learner's data.</summary>
    public async Task<T> LoadAsync<T>(Func<Task<T>> load)
    {
        Interlocked.Increment(ref loading);
        try
        {
            return await load();
        }
        finally
        {
            Interlocked.Decrement(ref loading);
        }
    }

    private Task TakeCalls(bool takes)
    {
        takesCalls = takes;
        return Task.CompletedTask;
    }
}
