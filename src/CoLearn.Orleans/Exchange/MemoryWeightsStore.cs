namespace CoLearn.Exchange;

/// <summary>Weights in memory.</summary>
internal sealed class MemoryWeightsStore : IWeightsStore
{
    /// <summary>How many of a collective's last accepted weights stay.</summary>
    public const int KeptAccepts = 10;

    private readonly Lock gate = new();
    private readonly Dictionary<WeightsHold, Weights> holds = [];
    private readonly Dictionary<string, int> holders = [];
    private readonly Dictionary<string, Weights> byHash = [];
    private readonly Dictionary<string, SortedSet<int>> acceptedRounds = [];

    public ValueTask PutAsync(WeightsHold hold, Weights weights)
    {
        lock (gate)
        {
            if (holds.TryGetValue(hold, out var held) && held.Hash == weights.Hash)
                return ValueTask.CompletedTask;
            LetGo(hold);
            weights = byHash.GetValueOrDefault(weights.Hash, weights);
            byHash[weights.Hash] = weights;
            holds[hold] = weights;
            holders[weights.Hash] = holders.GetValueOrDefault(weights.Hash) + 1;
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask<Weights?> GetAsync(string hash)
    {
        lock (gate)
            return ValueTask.FromResult(byHash.GetValueOrDefault(hash));
    }

    public ValueTask SettleAsync(WeightsHold hold, bool accepted)
    {
        lock (gate)
        {
            if (!accepted)
            {
                LetGo(hold);
                return ValueTask.CompletedTask;
            }

            var rounds = acceptedRounds.TryGetValue(hold.Collective, out var known) ? known : acceptedRounds[hold.Collective] = [];
            if (holds.ContainsKey(hold))
                rounds.Add(hold.Round);
            while (rounds.Count > KeptAccepts)
            {
                LetGo(hold with { Round = rounds.Min });
                rounds.Remove(rounds.Min);
            }
        }

        return ValueTask.CompletedTask;
    }

    private void LetGo(WeightsHold hold)
    {
        if (!holds.Remove(hold, out var weights))
            return;
        if (--holders[weights.Hash] > 0)
            return;
        holders.Remove(weights.Hash);
        byHash.Remove(weights.Hash);
    }
}
