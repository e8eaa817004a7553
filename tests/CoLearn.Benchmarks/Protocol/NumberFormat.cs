namespace CoLearn.Benchmarks.Protocol;

/// <summary>Four bytes.</summary>
internal sealed class NumberFormat : IWeightsFormat
{
    public string Name => "number";

    public string Fingerprint { get; } = new('0', 64);

    public long MaxBytes => sizeof(int);

    public string? Problem(ReadOnlyMemory<byte> bytes) => bytes.Length == sizeof(int) ? null : "they are no number";
}
