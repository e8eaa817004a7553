using Microsoft.Extensions.Options;

namespace CoLearn.Learners;

/// <summary>
/// Training and evaluation run here, on dedicated threads, never on a grain's turn. Work that uses several threads inside has slots of its own, as many as there are
/// threads for. A thread that computes together with others keeps them, and libgomp lets all that wait sleep between any two steps once it counts more of them than
/// processors: so such slots do nothing else, and never compute alone in between.
/// </summary>
internal sealed class ComputeQueue : IDisposable
{
    private readonly ComputeLine narrow = new();
    private readonly ComputeLine wide = new();
    private readonly CancellationTokenSource stopping = new();
    private bool isDisposed;

    public ComputeQueue(IOptions<ComputeOptions> options)
    {
        Options = options.Value;
        narrow.Grow(Options.Slots, index => new(index, this));
    }

    public ComputeOptions Options { get; }

    /// <summary>Runs work on the next free slot.</summary>
    /// <returns>Completes off the slot; it is cancelled without running where the token is cancelled before.</returns>
    public Task<T> RunAsync<T>(Func<IComputeSlot, CancellationToken, T> work, CancellationToken cancellation, int threads = 1)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        if (threads > 1)
            wide.Grow(Math.Max(1, Options.ThreadsOf(1) / threads), index => new(Options.Slots + index, this));
        return (threads > 1 ? wide : narrow).TryAdd(slot => Run(slot, work, done, cancellation)) ? done.Task : Task.FromCanceled<T>(new(canceled: true));
    }

    /// <summary>Lets slots that have nothing to do take pieces of a work.</summary>
    /// <param name="work">The work, until it has no piece left.</param>
    /// <param name="pieces">How many pieces there are for others.</param>
    public void Offer(SharedWork work, int pieces) => narrow.Offer(work, pieces);

    /// <summary>Cancels what runs and waits until every slot has let go.</summary>
    public void Dispose()
    {
        if (isDisposed)
            return;
        isDisposed = true;
        narrow.Close();
        wide.Close();
        stopping.Cancel();
        narrow.Join();
        wide.Join();
        stopping.Dispose();
    }

    private void Run<T>(ComputeSlot slot, Func<IComputeSlot, CancellationToken, T> work, TaskCompletionSource<T> done, CancellationToken cancellation)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, stopping.Token);
        try
        {
            either.Token.ThrowIfCancellationRequested();
            done.TrySetResult(work(slot, either.Token));
        }
        // However the work says so: what runs in parallel wraps what it throws.
        catch (Exception) when (either.IsCancellationRequested)
        {
            done.TrySetCanceled(either.Token);
        }
        catch (Exception error)
        {
            done.TrySetException(error);
        }
    }
}
