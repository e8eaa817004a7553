namespace CoLearn;

internal sealed class TestSlot(int index = 0) : IComputeSlot, IDisposable
{
    private readonly Dictionary<(Type, object), object> lent = [];

    public int Index { get; } = index;

    public T Lend<T>(object key, Func<T> create)
        where T : class
    {
        if (!lent.TryGetValue((typeof(T), key), out var thing))
            lent[(typeof(T), key)] = thing = create();
        return (T)thing;
    }

    public void Dispose()
    {
        foreach (var thing in lent.Values.OfType<IDisposable>())
            thing.Dispose();
        lent.Clear();
    }
}
