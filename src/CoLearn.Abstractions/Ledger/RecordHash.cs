using System.Security.Cryptography;

namespace CoLearn.Ledger;

/// <summary>The chain hash of a record, and the hash of a rule: SHA-256 of UTF-8 JSON with fixed property order and no blanks.</summary>
public static class RecordHash
{
    /// <summary>What the first record of a chain names as the one before: 64 zeros.</summary>
    public static readonly string None = new('0', 64);

    /// <summary>The chain hash of a round's facts. Absent values and scores that are not finite are <c>null</c>; numbers are the shortest that read back the same.</summary>
    /// <param name="facts">The facts.</param>
    /// <returns>The hash in lower-case hex.</returns>
    public static string Of(RoundFacts facts) => Of(RecordText.Of(json => RecordText.Write(json, facts)));

    /// <summary>The hash of a rule.</summary>
    /// <param name="rule">The rule.</param>
    /// <returns>The hash in lower-case hex.</returns>
    public static string Of(CollectiveRule rule) => Of(RecordText.Of(json => RecordText.Write(json, rule)));

    internal static string Of(ReadOnlySpan<byte> text) => Convert.ToHexStringLower(SHA256.HashData(text));
}
