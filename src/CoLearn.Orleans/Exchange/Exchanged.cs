using CoLearn.Screening;

namespace CoLearn.Exchange;

/// <summary>What is said of weights that come from another party.</summary>
internal static class Exchanged
{
    private const int ShownLetters = 12;
    private const int LongestProblem = 300;

    /// <summary>Why weights cannot be used by a model, to follow a colon; <see langword="null"/> where they can.</summary>
    public static string? Refusal(this IWeightsFormat format, Weights weights)
    {
        if (weights.Format != format.Name)
            return $"they are of format '{weights.Format}', not '{format.Name}'";
        if (weights.Bytes.Length > format.MaxBytes)
            return $"they have {weights.Bytes.Length} bytes, but the format '{format.Name}' takes at most {format.MaxBytes}";
        // A problem may quote names as long as the weights, and goes into the record.
        return format.Problem(weights.Bytes)?.Shown(LongestProblem);
    }

    /// <summary>The first letters of a hash, as sentences show it; it may be another party's and of any length.</summary>
    public static string Short(this string? hash) => hash is { Length: > ShownLetters } ? hash[..ShownLetters] : hash ?? "none";
}
