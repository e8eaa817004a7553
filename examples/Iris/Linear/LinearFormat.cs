using System.Buffers.Binary;
using CoLearn.Examples.Iris.Rows;

namespace CoLearn.Examples.Iris.Linear;

/// <summary>Four weights and a bias in single precision, little-endian, all finite: 20 bytes.</summary>
internal sealed class LinearFormat : IWeightsFormat
{
    private const string FormatName = "colearn-linear-1";
    private const int Numbers = IrisRow.FeatureCount + 1;
    private const int Bytes = Numbers * sizeof(float);

    public string Name => FormatName;

    public string Fingerprint { get; } = WeightsFingerprint.Of($"{FormatName}:features={IrisRow.FeatureCount}:class=virginica");

    public long MaxBytes => Bytes;

    public string? Problem(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length != Bytes)
            return $"they have {bytes.Length} bytes instead of {Bytes}";
        var bad = Array.FindIndex(Floats(bytes.Span), number => !float.IsFinite(number));
        return bad < 0 ? null : $"number {bad} is not finite";
    }

    public static Weights Write(IEnumerable<float> weights, float bias)
    {
        var bytes = new byte[Bytes];
        foreach (var (place, number) in weights.Append(bias).Index())
            BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(place * sizeof(float)), number);
        return new(FormatName, bytes);
    }

    public static (float[] Weights, float Bias) Read(Weights weights)
    {
        var numbers = Floats(weights.Bytes.Span);
        return (numbers[..^1], numbers[^1]);
    }

    private static float[] Floats(ReadOnlySpan<byte> bytes)
    {
        var numbers = new float[Numbers];
        for (var i = 0; i < numbers.Length; i++)
            numbers[i] = BinaryPrimitives.ReadSingleLittleEndian(bytes[(i * sizeof(float))..]);
        return numbers;
    }
}
