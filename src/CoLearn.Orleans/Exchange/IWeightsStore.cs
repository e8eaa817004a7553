namespace CoLearn.Exchange;

/// <summary>The weights that a silo holds, by hash; learners on one silo share them. Weights stay while a round holds them.</summary>
public interface IWeightsStore
{
    /// <summary>Keeps weights for a round; several may be kept for one.</summary>
    /// <param name="hold">The round.</param>
    /// <param name="weights">Weights that were proposed in it.</param>
    /// <returns>Completes when they are kept.</returns>
    /// <exception cref="StoreException">They cannot be kept; the message says why.</exception>
    ValueTask PutAsync(WeightsHold hold, Weights weights);

    /// <summary>Weights by hash.</summary>
    /// <param name="hash">The hash, which may be another party's: what is no hash is held nowhere.</param>
    /// <returns>The weights, whose content has that hash; <see langword="null"/> where they are not held.</returns>
    ValueTask<Weights?> GetAsync(string hash);

    /// <summary>Weights that a round needs here: a store that lacks them may fetch them from elsewhere, and keeps them for the round then.</summary>
    /// <param name="need">Which weights, and what for.</param>
    /// <returns>The weights, whose content has that hash; <see langword="null"/> where nobody within reach holds them. By default what <see cref="GetAsync(string)"/> returns.</returns>
    ValueTask<Weights?> GetAsync(WeightsNeed need) => GetAsync(need.Hash);

    /// <summary>
    /// A round has ended. Of what was kept for it only the accepted weights stay, until <see cref="WeightsOptions.KeptAccepts"/> later rounds of the
    /// collective have accepted some; what earlier rounds left unsettled is let go. Several learners and silos may say so, and repeat it at any time.
    /// </summary>
    /// <param name="hold">The round.</param>
    /// <param name="accepted">The hash of the weights that the round made the accepted ones; <see langword="null"/> where it made none.</param>
    /// <returns>Completes when that is done.</returns>
    ValueTask SettleAsync(WeightsHold hold, string? accepted);
}
