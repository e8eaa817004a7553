using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace CoLearn.Learners;

/// <summary>Training and evaluation run here, on dedicated threads, never on a grain's turn. First come, first served.</summary>
internal sealed class ComputeQueue : IDisposable
{
    private readonly BlockingCollection<Action<ComputeSlot>> queue = [];
    private readonly CancellationTokenSource stopping = new();
    private readonly Thread[] threads;

    public ComputeQueue(IOptions<ComputeOptions> options)
    {
        Options = options.Value;
        threads = [.. Enumerable.Range(0, Options.Slots).Select(Start)];
    }

    public ComputeOptions Options { get; }

    /// <summary>Runs work on the next free slot. The task completes off the slot; it is cancelled without running where the token is cancelled before.</summary>
    public Task<T> RunAsync<T>(Func<IComputeSlot, CancellationToken, T> work, CancellationToken cancellation)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        try
        {
            queue.Add(slot => Run(slot, work, done, cancellation));
        }
        catch (Exception ended) when (ended is InvalidOperationException or ObjectDisposedException)
        {
            done.TrySetCanceled(new CancellationToken(canceled: true));
        }

        return done.Task;
    }

    /// <summary>Cancels what runs and waits until every slot has let go.</summary>
    public void Dispose()
    {
        if (queue.IsAddingCompleted)
            return;
        queue.CompleteAdding();
        stopping.Cancel();
        foreach (var thread in threads)
            thread.Join();
        queue.Dispose();
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

    private Thread Start(int index)
    {
        var thread = new Thread(() =>
        {
            var slot = new ComputeSlot(index);
            foreach (var work in queue.GetConsumingEnumerable())
                work(slot);
            slot.Clear();
        })
        { IsBackground = true, Name = $"colearn-slot-{index}" };
        thread.Start();
        return thread;
    }
}
