namespace CoLearn.Examples.Iris;

/// <summary>
/// Random numbers that are equal for equal seeds on every machine and every version of .NET, which those of <see cref="Random"/> need not be:
/// SplitMix64 (G. Steele, D. Lea, C. Flood, "Fast Splittable Pseudorandom Number Generators", 2014).
/// </summary>
internal sealed class SplitMix64(long seed)
{
    private ulong state = (ulong)seed;

    /// <summary>A number in [0, bound). It is off equal likelihood by less than bound / 2^64, which no forest notices.</summary>
    public int Below(int bound) => (int)Math.BigMul(Next(), (ulong)bound, out _);

    /// <summary>The numbers 0 to count − 1 in random order (Fisher–Yates).</summary>
    public int[] Permutation(int count)
    {
        var order = Enumerable.Range(0, count).ToArray();
        for (var i = count - 1; i > 0; i--)
        {
            var j = Below(i + 1);
            (order[i], order[j]) = (order[j], order[i]);
        }

        return order;
    }

    private ulong Next()
    {
        var z = state += 0x9e3779b97f4a7c15;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
        z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
        return z ^ (z >> 31);
    }
}
