using System.Text.Encodings.Web;
using System.Text.Json;

namespace CoLearn.Hosting;

/// <summary>What a program reads.</summary>
internal static class SiloJson
{
    private static readonly JsonSerializerOptions Layout = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NewLine = "\n",
    };

    public static string Of(object content) => JsonSerializer.Serialize(content, Layout) + "\n";
}
