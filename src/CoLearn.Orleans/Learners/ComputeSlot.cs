namespace CoLearn.Learners;

/// <summary>One thread of the compute queue, and what learners borrow from it.</summary>
internal sealed class ComputeSlot(int index) : IComputeSlot
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

    /// <summary>Disposes what was lent, on the slot's own thread.</summary>
    public void Clear()
    {
        foreach (var thing in lent.Values.OfType<IDisposable>())
            thing.Dispose();
        lent.Clear();
    }
}
