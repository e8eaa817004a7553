namespace CoLearn.Exchange;

/// <summary>The copy in memory that the learners of a silo share: the last few weights that fit, and any others for as long as somebody uses them.</summary>
internal sealed class WeightsCache(long maxBytes)
{
    /// <summary>The accepted and the proposed weights of two collectives.</summary>
    private const int Last = 4;

    private readonly Lock gate = new();
    private readonly LinkedList<Weights> recent = [];
    private readonly Dictionary<string, WeakReference<Weights>> used = [];

    public Weights? Find(string hash)
    {
        lock (gate)
        {
            if (!used.TryGetValue(hash, out var reference) || !reference.TryGetTarget(out var weights))
                return null;
            Touch(weights);
            return weights;
        }
    }

    public void Add(Weights weights)
    {
        lock (gate)
        {
            foreach (var (hash, _) in used.Where(entry => !entry.Value.TryGetTarget(out _)).ToList())
                used.Remove(hash);
            used[weights.Hash] = new(weights);
            Touch(weights);
        }
    }

    public void Remove(string hash)
    {
        lock (gate)
        {
            if (used.Remove(hash, out var reference) && reference.TryGetTarget(out var weights))
                recent.Remove(weights);
        }
    }

    private void Touch(Weights weights)
    {
        recent.Remove(weights);
        recent.AddFirst(weights);
        while (recent.Count > Last || (recent.Count > 1 && recent.Sum(one => (long)one.Bytes.Length) > maxBytes))
            recent.RemoveLast();
    }
}
