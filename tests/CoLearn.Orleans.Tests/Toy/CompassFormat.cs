using System.Globalization;
using System.Text;

namespace CoLearn.Toy;

/// <summary>One finite number as text.</summary>
internal sealed class CompassFormat : IWeightsFormat
{
    public const string Compass = "compass-v1";

    public string Name => Compass;

    public string Fingerprint { get; } = new('c', 64);

    public long MaxBytes => 32;

    public string? Problem(ReadOnlyMemory<byte> bytes)
    {
        var text = Encoding.UTF8.GetString(bytes.Span);
        return double.TryParse(text, CultureInfo.InvariantCulture, out var place) && double.IsFinite(place) ? null : $"'{text}' is no place";
    }
}
