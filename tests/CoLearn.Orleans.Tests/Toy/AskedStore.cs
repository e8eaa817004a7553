using System.Collections.Concurrent;
using CoLearn.Exchange;

namespace CoLearn.Toy;

/// <summary>A store that remembers which weights were needed.</summary>
internal sealed class AskedStore(IWeightsStore store) : IWeightsStore
{
    public ConcurrentQueue<WeightsNeed> Needs { get; } = [];

    public ValueTask PutAsync(WeightsHold hold, Weights weights) => store.PutAsync(hold, weights);

    public ValueTask<Weights?> GetAsync(string hash) => store.GetAsync(hash);

    public ValueTask<Weights?> GetAsync(WeightsNeed need)
    {
        Needs.Enqueue(need);
        return store.GetAsync(need);
    }

    public ValueTask SettleAsync(WeightsHold hold, string? accepted) => store.SettleAsync(hold, accepted);
}
