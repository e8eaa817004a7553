using Microsoft.Extensions.Options;

namespace CoLearn.Learners;

/// <summary>
/// Training and evaluation run here, on dedicated threads, never on a grain's turn. First come, first served; a slot for which nothing waits helps with
/// what others share.
/// </summary>
internal sealed class ComputeQueue : IDisposable
{
    // A slot that has nothing to do sleeps: the silo's own threads need the cores that it would spin on.
    private readonly object gate = new();
    private readonly Queue<Action<ComputeSlot>> waiting = [];
    private readonly Queue<Action<ComputeSlot>> wide = [];
    private readonly Queue<SharedWork> shared = [];
    private readonly CancellationTokenSource stopping = new();
    private readonly List<Thread> threads;
    private int wideSlots;
    private bool isClosed;

    public ComputeQueue(IOptions<ComputeOptions> options)
    {
        Options = options.Value;
        threads = [.. Enumerable.Range(0, Options.Slots).Select(Start)];
    }

    public ComputeOptions Options { get; }

    /// <summary>
    /// Runs work on the next free slot; work that uses several threads inside on slots of its own, as many as there are threads for. A thread that computes
    /// together with others keeps them, and libgomp lets all that wait sleep between any two steps once it counts more of them than processors: so such
    /// slots do nothing else, and never compute alone in between.
    /// </summary>
    /// <returns>Completes off the slot; it is cancelled without running where the token is cancelled before.</returns>
    public Task<T> RunAsync<T>(Func<IComputeSlot, CancellationToken, T> work, CancellationToken cancellation, int threads = 1)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (gate)
        {
            if (isClosed)
                return Task.FromCanceled<T>(new(canceled: true));
            (threads > 1 ? wide : waiting).Enqueue(slot => Run(slot, work, done, cancellation));
            if (threads > 1 && wideSlots < Math.Max(1, Options.ThreadsOf(1) / threads))
                this.threads.Add(Start(Options.Slots + wideSlots++));

            Wake(1);
        }

        return done.Task;
    }

    /// <summary>Lets slots that have nothing to do take pieces of a work.</summary>
    /// <param name="work">The work, until it has no piece left.</param>
    /// <param name="pieces">How many pieces there are for others.</param>
    public void Offer(SharedWork work, int pieces)
    {
        lock (gate)
        {
            var idle = Math.Min(pieces, Options.Slots - 1);
            if (idle < 1)
                return;
            shared.Enqueue(work);
            Wake(idle);
        }
    }

    /// <summary>Cancels what runs and waits until every slot has let go.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            if (isClosed)
                return;
            isClosed = true;
            Monitor.PulseAll(gate);
        }

        stopping.Cancel();
        foreach (var thread in threads)
            thread.Join();
        stopping.Dispose();
    }

    /// <summary>Wakes so many slots that sleep; all where one that is woken may have nothing to do with it.</summary>
    private void Wake(int slots)
    {
        if (wideSlots > 0)
            Monitor.PulseAll(gate);
        else
            for (var woken = 0; woken < slots; woken++)
                Monitor.Pulse(gate);
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
            var slot = new ComputeSlot(index, this);
            while (Next(slot) is { } work)
                work(slot);
            slot.Clear();
        })
        { IsBackground = true, Name = $"colearn-slot-{index}" };
        thread.Start();
        return thread;
    }

    /// <summary>Waits for work; <see langword="null"/> where there will be none any more.</summary>
    private Action<ComputeSlot>? Next(ComputeSlot slot)
    {
        lock (gate)
        {
            while (true)
            {
                if ((slot.Index < Options.Slots ? waiting : wide).TryDequeue(out var work))
                    return work;
                while (shared.TryPeek(out var offered) && !offered.IsOpen)
                    shared.Dequeue();
                if (slot.Index < Options.Slots && shared.TryPeek(out var open))
                    return on => open.TryDoNext(on);
                if (isClosed)
                    return null;
                Monitor.Wait(gate);
            }
        }
    }
}
