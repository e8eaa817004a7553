namespace CoLearn.Exchange;

/// <summary>Hands accepted weights to a client, page by page. Learners never use it: weights between silos do not travel in messages.</summary>
[Alias("colearn.IWeightsGrain")]
public interface IWeightsGrain : IGrainWithIntegerKey
{
    /// <summary>Reads a page of at most 256 KiB.</summary>
    /// <param name="hash">The weights' hash.</param>
    /// <param name="offset">Where to begin, in bytes.</param>
    /// <returns>The page; <see langword="null"/> where this silo does not hold the weights.</returns>
    [Alias("Read")]
    Task<WeightsPage?> Read(string hash, long offset);
}
