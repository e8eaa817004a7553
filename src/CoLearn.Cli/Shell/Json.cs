using System.Text.Encodings.Web;
using System.Text.Json;

namespace CoLearn.Shell;

/// <summary>What a program reads.</summary>
internal static class Json
{
    private static readonly JsonSerializerOptions Layout = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NewLine = "\n",
    };

    private static readonly JsonSerializerOptions OneLine = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(object content) => JsonSerializer.Serialize(content, Layout) + "\n";

    /// <summary>For what comes one after another.</summary>
    public static string Line(object content) => JsonSerializer.Serialize(content, OneLine) + "\n";

    public static string Word<T>(T value)
        where T : struct, Enum
        => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
