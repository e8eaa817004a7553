namespace CoLearn.Learners;

/// <summary>One thread of the compute queue, and what learners borrow from it.</summary>
internal sealed class ComputeSlot(int index, ComputeQueue queue) : IComputeSlot
{
    private readonly Dictionary<(Type Type, object Key), object> lent = [];

    public int Index => index;

    public T Lend<T>(object key, Func<T> create)
        where T : class
    {
        if (lent.TryGetValue((typeof(T), key), out var known))
            return (T)known;
        var made = create();
        lent.Add((typeof(T), key), made);
        return made;
    }

    public void Share(int pieces, Action<IComputeSlot, int> piece)
    {
        ArgumentNullException.ThrowIfNull(piece);
        if (pieces < 1)
            return;
        var work = new SharedWork(pieces, piece);
        queue.Offer(work, pieces - 1);
        while (work.TryDoNext(this))
        {
        }

        work.Finish();
    }

    /// <summary>Disposes what was lent, on the slot's own thread.</summary>
    public void Clear()
    {
        foreach (var thing in lent.Values.OfType<IDisposable>())
            thing.Dispose();
        lent.Clear();
    }
}
