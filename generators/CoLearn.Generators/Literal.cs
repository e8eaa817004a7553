using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;

namespace CoLearn.Generators;

// Values as C# writes them, whatever the machine's culture.
internal static class Literal
{
    public static string Of(long value) => value.ToString(CultureInfo.InvariantCulture);

    public static string Of(bool value) => value ? "true" : "false";

    public static string Of(string value) => SymbolDisplay.FormatLiteral(value, quote: true);

    // Unlike "R" on .NET Framework, "G17" after "G15" gives the shortest text that reads back on every host of the compiler.
    public static string Of(double value)
    {
        if (value == (int)value)
            return Of((long)value);
        var text = value.ToString("G15", CultureInfo.InvariantCulture);
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var back) && back.Equals(value))
            return text;
        text = value.ToString("G16", CultureInfo.InvariantCulture);
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out back) && back.Equals(value)
            ? text
            : value.ToString("G17", CultureInfo.InvariantCulture);
    }

    public static string Of(object? value) => value switch
    {
        null => "null",
        bool flag => Of(flag),
        int whole => Of((long)whole),
        long whole => Of(whole),
        double real => Of(real),
        string text => Of(text),
        _ => value.ToString(),
    };
}
