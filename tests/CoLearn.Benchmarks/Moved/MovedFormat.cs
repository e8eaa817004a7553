namespace CoLearn.Benchmarks.Moved;

/// <summary>Any bytes: nobody looks at them, so that only their way is measured.</summary>
internal sealed class MovedFormat : IWeightsFormat
{
    public string Name => "moved";

    public string Fingerprint { get; } = WeightsFingerprint.Of("moved");

    public long MaxBytes => Array.MaxLength;

    public string? Problem(ReadOnlyMemory<byte> bytes) => null;
}
