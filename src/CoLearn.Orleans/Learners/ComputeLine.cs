namespace CoLearn.Learners;

/// <summary>Slots that take work from one line: first come, first served. A slot for which nothing waits helps with what others of its line share.</summary>
internal sealed class ComputeLine
{
    // A slot that has nothing to do sleeps: the silo's own threads need the cores that it would spin on.
    private readonly object gate = new();
    private readonly Queue<Action<ComputeSlot>> waiting = [];
    private readonly Queue<SharedWork> shared = [];
    private readonly List<Thread> threads = [];
    private bool isClosed;

    /// <summary>Adds slots until there are so many.</summary>
    /// <param name="count">How many there are to be.</param>
    /// <param name="make">Makes one, by its number in this line.</param>
    public void Grow(int count, Func<int, ComputeSlot> make)
    {
        lock (gate)
        {
            while (threads.Count < count && !isClosed)
                threads.Add(Start(make(threads.Count)));
        }
    }

    /// <summary>Puts work at the end of the line.</summary>
    /// <returns>Whether the line is open.</returns>
    public bool TryAdd(Action<ComputeSlot> work)
    {
        lock (gate)
        {
            if (isClosed)
                return false;
            waiting.Enqueue(work);
            Monitor.Pulse(gate);
            return true;
        }
    }

    /// <summary>Lets slots that have nothing to do take pieces of a work.</summary>
    /// <param name="work">The work, until it has no piece left.</param>
    /// <param name="pieces">How many pieces there are for others.</param>
    public void Offer(SharedWork work, int pieces)
    {
        lock (gate)
        {
            // Who offers works on it, too.
            var helpers = Math.Min(pieces, threads.Count - 1);
            if (helpers < 1)
                return;
            shared.Enqueue(work);
            for (var woken = 0; woken < helpers; woken++)
                Monitor.Pulse(gate);
        }
    }

    /// <summary>Takes nothing any more.</summary>
    public void Close()
    {
        lock (gate)
        {
            isClosed = true;
            Monitor.PulseAll(gate);
        }
    }

    /// <summary>Waits until every slot has let go; the line is closed before.</summary>
    public void Join() => threads.ForEach(thread => thread.Join());

    private Thread Start(ComputeSlot slot)
    {
        var thread = new Thread(() =>
        {
            while (Next() is { } work)
                work(slot);
            slot.Clear();
        })
        { IsBackground = true, Name = $"colearn-slot-{slot.Index}" };
        thread.Start();
        return thread;
    }

    /// <summary>Waits for work; <see langword="null"/> where there will be none any more.</summary>
    private Action<ComputeSlot>? Next()
    {
        lock (gate)
        {
            while (true)
            {
                if (waiting.TryDequeue(out var work))
                    return work;
                while (shared.TryPeek(out var offered) && !offered.IsOpen)
                    shared.Dequeue();
                if (shared.TryPeek(out var open))
                    return on => open.TryDoNext(on);
                if (isClosed)
                    return null;
                Monitor.Wait(gate);
            }
        }
    }
}
