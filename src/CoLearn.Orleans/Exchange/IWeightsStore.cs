namespace CoLearn.Exchange;

/// <summary>The weights that a silo holds, by hash; learners on one silo share them. Weights stay while a round holds them.</summary>
public interface IWeightsStore
{
    /// <summary>Keeps weights for a round.</summary>
    /// <param name="hold">The round.</param>
    /// <param name="weights">The weights it proposed.</param>
    /// <returns>Completes when they are kept.</returns>
    ValueTask PutAsync(WeightsHold hold, Weights weights);

    /// <summary>Weights by hash.</summary>
    /// <param name="hash">The hash.</param>
    /// <returns>The weights; <see langword="null"/> where they are not held.</returns>
    ValueTask<Weights?> GetAsync(string hash);

    /// <summary>A round has ended: what it proposed stays where it was accepted, until ten later ones were, and is let go otherwise.</summary>
    /// <param name="hold">The round.</param>
    /// <param name="accepted">Whether its weights became the accepted ones.</param>
    /// <returns>Completes when that is done.</returns>
    ValueTask SettleAsync(WeightsHold hold, bool accepted);
}
