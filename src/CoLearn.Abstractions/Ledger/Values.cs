using System.Text.Json;

namespace CoLearn.Ledger;

/// <summary>Reads single values, each of one type only.</summary>
internal static class Values
{
    public const int HashLength = 64;

    public static string Text(ref Utf8JsonReader json, string name)
        => json.TokenType == JsonTokenType.String ? json.GetString()! : throw Not(name, "a text");

    public static string? OptionalText(ref Utf8JsonReader json, string name)
        => json.TokenType == JsonTokenType.Null ? null : Text(ref json, name);

    public static string Hash(ref Utf8JsonReader json, string name)
        => Text(ref json, name) is var text && IsHash(text) ? text : throw Not(name, "a hash of 64 lower-case hex digits");

    public static bool IsHash(string text) => text.Length == HashLength && text.All(char.IsAsciiHexDigitLower);

    public static bool Boolean(ref Utf8JsonReader json, string name)
        => json.TokenType is JsonTokenType.True or JsonTokenType.False ? json.GetBoolean() : throw Not(name, "true or false");

    public static int Whole(ref Utf8JsonReader json, string name)
        => json.TokenType == JsonTokenType.Number && json.TryGetInt32(out var value) ? value : throw Not(name, "a whole number");

    public static int Index(ref Utf8JsonReader json, string name)
        => Whole(ref json, name) is >= 0 and < int.MaxValue and var value ? value : throw Not(name, "an index");

    public static long Long(ref Utf8JsonReader json, string name)
        => json.TokenType == JsonTokenType.Number && json.TryGetInt64(out var value) ? value : throw Not(name, "a whole number");

    public static double Number(ref Utf8JsonReader json, string name)
        => json.TokenType == JsonTokenType.Number && json.TryGetDouble(out var value) && double.IsFinite(value) ? value : throw Not(name, "a number");

    public static double? OptionalNumber(ref Utf8JsonReader json, string name)
        => json.TokenType == JsonTokenType.Null ? null : Number(ref json, name);

    // Rounded to whole ticks, which the seconds came from.
    public static TimeSpan Seconds(ref Utf8JsonReader json, string name)
        => Math.Round(Number(ref json, name) * TimeSpan.TicksPerSecond) is > long.MinValue and < long.MaxValue and var ticks
            ? new((long)ticks)
            : throw Not(name, "a duration in seconds");

    public static DateTimeOffset Time(ref Utf8JsonReader json, string name)
        => json.TokenType == JsonTokenType.String && json.TryGetDateTimeOffset(out var value) ? value : throw Not(name, "a time");

    public static T Word<T>(ref Utf8JsonReader json, string name)
        where T : struct, Enum
    {
        var text = Text(ref json, name);
        foreach (var value in Enum.GetValues<T>())
        {
            if (RecordText.Name(value) == text)
                return value;
        }

        throw new LedgerFormatException($"'{name}' has the unknown value '{Shown.Of(text)}'");
    }

    public static T? OptionalWord<T>(ref Utf8JsonReader json, string name)
        where T : struct, Enum
        => json.TokenType == JsonTokenType.Null ? null : Word<T>(ref json, name);

    public static IReadOnlyList<T> List<T>(ref Utf8JsonReader json, string name, Item<T> read)
    {
        if (json.TokenType != JsonTokenType.StartArray)
            throw Not(name, "a list");
        var list = new List<T>();
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
            list.Add(read(ref json, name));
        return list;
    }

    private static LedgerFormatException Not(string name, string kind) => new($"'{name}' is not {kind}");

    public delegate T Item<out T>(ref Utf8JsonReader json, string name);
}
