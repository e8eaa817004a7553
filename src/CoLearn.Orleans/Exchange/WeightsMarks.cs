using System.Collections.Immutable;

namespace CoLearn.Exchange;

/// <summary>How the marks of one collective change: pure. Repeated changes have no second effect.</summary>
internal static class WeightsMarks
{
    public static ImmutableHashSet<WeightsMark> Put(this ImmutableHashSet<WeightsMark> marks, int round, string hash)
        => marks.Contains(new(round, hash, Accepted: true)) ? marks : marks.Add(new(round, hash, Accepted: false));

    /// <summary>
    /// Weights that were accepted are marked also where they are not here: who fetches them later need not settle the round again. Somebody's text that is
    /// no hash was never put, so nothing of the round stays.
    /// </summary>
    public static ImmutableHashSet<WeightsMark> Settle(this ImmutableHashSet<WeightsMark> marks, int round, string? accepted, int keptAccepts)
    {
        var kept = marks.Where(mark => mark.Accepted);
        if (WeightsHash.IsHash(accepted))
            kept = kept.Append(new(round, accepted!, Accepted: true));
        return [.. kept.Distinct().OrderByDescending(mark => mark.Round).Take(keptAccepts), .. marks.Where(mark => !mark.Accepted && mark.Round > round)];
    }
}
