using System.Collections.Immutable;

namespace CoLearn.Exchange;

/// <summary>Weights in memory.</summary>
internal sealed class MemoryWeightsStore(WeightsOptions? options = null) : IWeightsStore
{
    private readonly int keptAccepts = (options ?? new()).KeptAccepts;
    private readonly Lock gate = new();
    private readonly Dictionary<string, ImmutableHashSet<WeightsMark>> marks = [];
    private readonly Dictionary<string, int> holders = [];

    /// <summary>What was settled last: every learner of a silo says the same, and once is enough.</summary>
    private readonly Dictionary<string, (int Round, string? Accepted)> settled = [];
    private readonly Dictionary<string, Weights> byHash = [];

    public ValueTask PutAsync(WeightsHold hold, Weights weights)
    {
        lock (gate)
        {
            settled.Remove(hold.Collective);
            Change(hold.Collective, held => held.Put(hold.Round, weights.Hash));
            byHash.TryAdd(weights.Hash, weights);
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask<Weights?> GetAsync(string hash)
    {
        lock (gate)
            return ValueTask.FromResult(byHash.GetValueOrDefault(hash));
    }

    public ValueTask SettleAsync(WeightsHold hold, string? accepted)
    {
        lock (gate)
        {
            if (settled.TryGetValue(hold.Collective, out var last) && last == (hold.Round, accepted))
                return ValueTask.CompletedTask;
            settled[hold.Collective] = (hold.Round, accepted);
            Change(hold.Collective, held => held.Settle(hold.Round, accepted, keptAccepts));
        }

        return ValueTask.CompletedTask;
    }

    private void Change(string collective, Func<ImmutableHashSet<WeightsMark>, ImmutableHashSet<WeightsMark>> change)
    {
        var before = marks.GetValueOrDefault(collective, []);
        var after = change(before);
        marks[collective] = after;
        foreach (var mark in after.Except(before))
            holders[mark.Hash] = holders.GetValueOrDefault(mark.Hash) + 1;
        foreach (var mark in before.Except(after))
        {
            if (--holders[mark.Hash] > 0)
                continue;
            holders.Remove(mark.Hash);
            byHash.Remove(mark.Hash);
        }
    }
}
