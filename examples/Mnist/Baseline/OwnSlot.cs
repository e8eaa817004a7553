namespace CoLearn.Examples.Mnist;

/// <summary>The slot on which the baseline scores weights: whatever thread asks, one at a time.</summary>
internal sealed class OwnSlot : IComputeSlot, IDisposable
{
    private readonly Dictionary<(Type, object), object> lent = [];

    public int Index => 0;

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
    }
}
