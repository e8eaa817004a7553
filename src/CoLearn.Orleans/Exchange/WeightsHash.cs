using System.Buffers;

namespace CoLearn.Exchange;

/// <summary>What a hash of weights looks like; anything else must not become part of a path.</summary>
internal static class WeightsHash
{
    public const int Letters = 64;

    private static readonly SearchValues<char> Hex = SearchValues.Create("0123456789abcdef");

    /// <summary>Whether a text is SHA-256 in lower-case hex.</summary>
    public static bool IsHash(ReadOnlySpan<char> text) => text.Length == Letters && !text.ContainsAnyExcept(Hex);
}
