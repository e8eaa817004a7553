using System.Numerics;

namespace CoLearn.Data;

/// <summary>
/// Random numbers that are equal for equal seeds on every machine and every version of .NET: xoshiro256** (D. Blackman, S. Vigna, "Scrambled
/// Linear Pseudorandom Number Generators", 2021), its state filled by SplitMix64 from the seed, as its authors advise.
/// </summary>
public sealed class SeededRandom
{
    private ulong s0;
    private ulong s1;
    private ulong s2;
    private ulong s3;

    /// <summary>Starts the sequence of a seed.</summary>
    /// <param name="seed">Any number, such as <see cref="LearnerContext.Seed(string)"/>.</param>
    public SeededRandom(long seed)
    {
        var state = (ulong)seed;
        s0 = SplitMix64(ref state);
        s1 = SplitMix64(ref state);
        s2 = SplitMix64(ref state);
        s3 = SplitMix64(ref state);
    }

    /// <summary>The next 64 random bits.</summary>
    /// <returns>Any number, all equally likely.</returns>
    public ulong Next()
    {
        var result = BitOperations.RotateLeft(s1 * 5, 7) * 9;
        var t = s1 << 17;
        s2 ^= s0;
        s3 ^= s1;
        s1 ^= s2;
        s0 ^= s3;
        s2 ^= t;
        s3 = BitOperations.RotateLeft(s3, 45);
        return result;
    }

    /// <summary>A random whole number below a bound, all equally likely (D. Lemire, "Fast Random Integer Generation in an Interval", 2019).</summary>
    /// <param name="bound">The bound, greater than 0.</param>
    /// <returns>A number in [0, <paramref name="bound"/>).</returns>
    /// <exception cref="ArgumentOutOfRangeException">The bound is not greater than 0.</exception>
    public int Below(int bound)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bound);
        var range = (ulong)bound;
        var high = Math.BigMul(Next(), range, out var low);
        if (low < range)
        {
            var threshold = (0 - range) % range;
            while (low < threshold)
                high = Math.BigMul(Next(), range, out low);
        }

        return (int)high;
    }

    private static ulong SplitMix64(ref ulong state)
    {
        var z = state += 0x9e3779b97f4a7c15;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
        z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
        return z ^ (z >> 31);
    }
}
