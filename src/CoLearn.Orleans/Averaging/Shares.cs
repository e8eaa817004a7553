namespace CoLearn.Averaging;

/// <summary>How much each contributor counts in an average: its training set's part of all, as in federated averaging (McMahan et al. 2017, algorithm 1).</summary>
internal static class Shares
{
    /// <summary>One share in (0, 1] for each size, in their order; they add up to 1 but for rounding.</summary>
    /// <param name="sizes">Training-set sizes, self-reported: what is below 1 counts as 1.</param>
    /// <param name="cap">The size from which on more examples count no more; <see langword="null"/> for none. It bounds what a lie is worth.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="cap"/> is below 1.</exception>
    public static double[] Of(IReadOnlyList<long> sizes, long? cap = null)
    {
        if (cap is < 1)
            throw new ArgumentOutOfRangeException(nameof(cap), cap, "The cap on training-set sizes must be at least 1.");

        var counted = sizes.Select(size => Math.Clamp(size, 1, cap ?? long.MaxValue)).ToArray();
        // Wider than the sizes: two of long.MaxValue would overflow.
        var total = counted.Aggregate(Int128.Zero, (sum, size) => sum + size);
        return [.. counted.Select(size => size / (double)total)];
    }
}
