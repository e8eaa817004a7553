namespace CoLearn.Exchange;

/// <summary>Weights that a round needs on a silo.</summary>
/// <param name="Hold">The round that they are kept for; for accepted weights one that is over and left them accepted.</param>
/// <param name="Hash">Their hash, which may be another party's.</param>
/// <param name="MaxBytes">The largest that is fetched, in bytes.</param>
/// <param name="Accepted">Whether they are the collective's accepted weights, so that they stay as such.</param>
public readonly record struct WeightsNeed(WeightsHold Hold, string Hash, long MaxBytes, bool Accepted = false);
