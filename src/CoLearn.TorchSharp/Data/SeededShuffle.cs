namespace CoLearn.Data;

/// <summary>Shuffles that depend on a seed only: the same on every machine and every version of .NET.</summary>
public static class SeededShuffle
{
    /// <summary>The numbers 0 to n − 1 in random order, all orders equally likely (Fisher–Yates, drawing from <see cref="SeededRandom"/>).</summary>
    /// <param name="count">How many numbers, at least 0.</param>
    /// <param name="seed">The seed.</param>
    /// <returns>The permutation.</returns>
    public static int[] Permutation(int count, long seed) => Permutation(count, new SeededRandom(seed));

    /// <summary>The numbers 0 to n − 1 in random order, going on with a sequence of random numbers.</summary>
    /// <param name="count">How many numbers, at least 0.</param>
    /// <param name="random">Where to draw from.</param>
    /// <returns>The permutation.</returns>
    public static int[] Permutation(int count, SeededRandom random)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentNullException.ThrowIfNull(random);
        var order = new int[count];
        for (var i = 0; i < count; i++)
            order[i] = i;

        for (var i = count - 1; i > 0; i--)
        {
            var j = random.Below(i + 1);
            (order[i], order[j]) = (order[j], order[i]);
        }

        return order;
    }

    /// <summary>Cuts examples into random parts of given sizes; what is left over is in no part.</summary>
    /// <param name="count">How many examples there are.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="sizes">The size of each part; together at most <paramref name="count"/>.</param>
    /// <returns>The indices in each part; no index stands in two parts.</returns>
    /// <exception cref="ArgumentException">A size is negative, or the parts together are larger than the whole.</exception>
    public static IReadOnlyList<int[]> Split(int count, long seed, params ReadOnlySpan<int> sizes)
    {
        long sum = 0;
        var isNegative = false;
        foreach (var size in sizes)
        {
            sum += size;
            isNegative |= size < 0;
        }

        if (isNegative || sum > count)
            throw new ArgumentException($"Parts of {string.Join(", ", sizes.ToArray())} cannot be cut from {count} examples.", nameof(sizes));

        var order = Permutation(count, seed);
        var parts = new int[sizes.Length][];
        var start = 0;
        for (var i = 0; i < parts.Length; i++)
        {
            parts[i] = order[start..(start + sizes[i])];
            start += sizes[i];
        }

        return parts;
    }
}
