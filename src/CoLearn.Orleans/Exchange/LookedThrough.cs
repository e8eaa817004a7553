using System.Collections.Concurrent;

namespace CoLearn.Exchange;

/// <summary>Whether weights keep their format: found out once on a silo, for all its learners, since weights of one hash are the same.</summary>
internal sealed class LookedThrough
{
    private readonly ConcurrentDictionary<(IWeightsFormat Format, string Hash), Lazy<Task<string?>>> found = [];

    /// <summary>Why they cannot be used, <see langword="null"/> where they can.</summary>
    public Task<string?> Refusal(IWeightsFormat format, Weights weights)
    {
        if (found.TryGetValue((format, weights.Hash), out var known))
            return known.Value;
        if (found.Count > WeightsOptions.DefaultKeptAccepts)
            found.Clear();
        // Bounded, but too long for a grain's own scheduler, and not worth a turn on a slot behind a training.
        return found.GetOrAdd((format, weights.Hash), _ => new(() => Task.Run(() => format.Refusal(weights)))).Value;
    }
}
