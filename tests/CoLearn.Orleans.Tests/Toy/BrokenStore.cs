using CoLearn.Exchange;

namespace CoLearn.Toy;

/// <summary>A store whose disk may fail in a way that it does not foresee: then neither proposals can be read nor rounds settled.</summary>
internal sealed class BrokenStore : IWeightsStore
{
    private readonly MemoryWeightsStore store = new();

    public bool IsBroken { get; set; }

    public ValueTask PutAsync(WeightsHold hold, Weights weights) => store.PutAsync(hold, weights);

    public ValueTask<Weights?> GetAsync(string hash) => store.GetAsync(hash);

    public ValueTask<Weights?> GetAsync(WeightsNeed need) => need.Accepted ? store.GetAsync(need.Hash) : WhereItWorks(() => store.GetAsync(need.Hash));

    public ValueTask SettleAsync(WeightsHold hold, string? accepted) => WhereItWorks(() => store.SettleAsync(hold, accepted));

    private T WhereItWorks<T>(Func<T> work) => IsBroken ? throw new UnauthorizedAccessException("Access to '/secret/place' is denied.") : work();
}
