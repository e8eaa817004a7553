using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace CoLearn;

/// <summary>Seeds that depend on what is done, never on what was done before.</summary>
public static class Seed
{
    /// <summary>The first eight bytes, little-endian, of SHA-256 over <c>collectiveSeed, learner, round, purpose</c>, parted by line feeds.</summary>
    /// <param name="collectiveSeed">The collective's seed.</param>
    /// <param name="learner">The learner's name; empty for the collective itself.</param>
    /// <param name="round">The round's index; −1 for what is done once in a learner's life.</param>
    /// <param name="purpose">What it is for.</param>
    /// <returns>The seed, any 64-bit number.</returns>
    public static long For(long collectiveSeed, string learner, int round, string purpose)
    {
        var text = FormattableString.Invariant($"{collectiveSeed}\n{learner}\n{round}\n{purpose}");
        return BinaryPrimitives.ReadInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}
