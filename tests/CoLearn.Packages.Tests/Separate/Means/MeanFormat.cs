using System.Buffers.Binary;
using CoLearn;

namespace Separate.Means;

/// <summary>One finite number of double precision, little-endian.</summary>
public sealed class MeanFormat : IWeightsFormat
{
    internal const string Mean = "mean-1";

    /// <inheritdoc />
    public string Name => Mean;

    /// <inheritdoc />
    public string Fingerprint { get; } = new('a', 64);

    /// <inheritdoc />
    public long MaxBytes => sizeof(double);

    /// <inheritdoc />
    public string? Problem(ReadOnlyMemory<byte> bytes) =>
        bytes.Length == sizeof(double) && double.IsFinite(BinaryPrimitives.ReadDoubleLittleEndian(bytes.Span)) ? null : "they are no finite number";
}
