using System.Globalization;

namespace CoLearn.ModelLibrary;

/// <summary>A number of steps as text.</summary>
public sealed class NeedleFormat : IWeightsFormat
{
    internal const string Needle = "needle-v1";

    public string Name => Needle;

    public string Fingerprint { get; } = new('d', 64);

    public long MaxBytes => 16;

    public string? Problem(ReadOnlyMemory<byte> bytes) =>
        int.TryParse(bytes.Span, NumberStyles.None, CultureInfo.InvariantCulture, out _) ? null : "they are no number of steps";
}
