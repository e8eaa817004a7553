namespace CoLearn.Exchange;

/// <summary>The weights that a silo holds, and those that it lacks from a silo that has them, each fetched once.</summary>
internal sealed class PulledWeightsStore(IWeightsStore here, WeightsPull pull, WeightsOptions options) : IWeightsStore
{
    private readonly Underway pulls = new();
    private readonly Underway keeps = new();

    /// <summary>What no round holds here: a client reads it page by page.</summary>
    private readonly WeightsCache passing = new(options.CacheBytes);

    /// <summary>What this silo holds itself.</summary>
    public IWeightsStore Here => here;

    public ValueTask PutAsync(WeightsHold hold, Weights weights) => here.PutAsync(hold, weights);

    public ValueTask SettleAsync(WeightsHold hold, string? accepted) => here.SettleAsync(hold, accepted);

    public async ValueTask<Weights?> GetAsync(string hash)
    {
        if (await FindAsync(hash) is { } found)
            return found;
        var pulled = WeightsHash.IsHash(hash) ? await PullAsync(hash, long.MaxValue) : null;
        if (pulled is not null)
            passing.Add(pulled);
        return pulled;
    }

    public async ValueTask<Weights?> GetAsync(WeightsNeed need)
    {
        if (await here.GetAsync(need) is { } found)
            return found;
        return WeightsHash.IsHash(need.Hash) ? await keeps.JoinAsync(need.Hash, () => PullAndKeepAsync(need)) : null;
    }

    private async ValueTask<Weights?> FindAsync(string hash) => await here.GetAsync(hash) ?? passing.Find(hash);

    private Task<Weights?> PullAsync(string hash, long maxBytes) => pulls.JoinAsync(hash, () => pull.PullAsync(hash, maxBytes));

    private async Task<Weights?> PullAndKeepAsync(WeightsNeed need)
    {
        // It may have come while this began.
        if (await here.GetAsync(need) is { } found)
            return found;
        if ((passing.Find(need.Hash) ?? await PullAsync(need.Hash, need.MaxBytes)) is not { } weights)
            return null;
        try
        {
            await here.PutAsync(need.Hold, weights);
            if (need.Accepted)
                await here.SettleAsync(need.Hold, need.Hash);
        }
        catch (Exception error) when (error is StoreException or IOException or UnauthorizedAccessException)
        {
            // The round goes on with what is in memory.
            passing.Add(weights);
        }

        return weights;
    }
}
