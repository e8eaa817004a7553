using System.CommandLine.Parsing;
using System.Globalization;

namespace CoLearn.Shell;

/// <summary>Numbers, times and words of a command line, with a sentence for each that is none.</summary>
internal static class Numbers
{
    public static int Whole(ArgumentResult result)
        => int.TryParse(Text(result), NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            ? value
            : Refuse<int>(result, "a whole number of at least 0");

    public static long Seed(ArgumentResult result)
        => long.TryParse(Text(result), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            ? value
            : Refuse<long>(result, "a whole number");

    public static double Real(ArgumentResult result)
        => double.TryParse(Text(result), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value)
            ? value
            : Refuse<double>(result, "a number");

    public static TimeSpan Time(ArgumentResult result)
        => TimeSpan.TryParse(Text(result), CultureInfo.InvariantCulture, out var value) && value > TimeSpan.Zero && Text(result).Contains(':', StringComparison.Ordinal)
            ? value
            : Refuse<TimeSpan>(result, "a time such as 00:30:00");

    /// <summary>One of an enumeration's names, in lower case with hyphens.</summary>
    public static T Word<T>(ArgumentResult result)
        where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (Spelled(value) == Text(result))
                return value;
        }

        return Refuse<T>(result, string.Join(" or ", Enum.GetValues<T>().Select(Spelled)));
    }

    private static string Spelled<T>(T value)
        where T : struct, Enum
        => string.Concat(value.ToString().Select((letter, index) => (char.IsUpper(letter) && index > 0 ? "-" : "") + char.ToLowerInvariant(letter)));

    private static string Text(ArgumentResult result) => result.Tokens[0].Value;

    private static T Refuse<T>(ArgumentResult result, string wanted)
    {
        result.AddError($"{(result.Parent as OptionResult)?.IdentifierToken?.Value} takes {wanted}, not '{Text(result)}'.");
        return default!;
    }
}
