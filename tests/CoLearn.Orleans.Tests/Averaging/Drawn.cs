using CoLearn.Exchange;
using CsCheck;

namespace CoLearn.Averaging;

/// <summary>Weights drawn at random: some tensors of any types, more numbers in them than a chunk holds, all finite.</summary>
internal static class Drawn
{
    private static readonly Gen<(DType Type, int Count)> Column = Gen.Select(Gen.Enum<DType>(), Gen.OneOf(Gen.Int[0, 40], Gen.Int[500, 1100]));

    /// <summary>Types and sizes of one to six tensors.</summary>
    public static readonly Gen<(DType Type, int Count)[]> Layout = Column.Array[1, 6];

    public static Weights Weights((DType Type, int Count)[] layout, int seed)
    {
        var random = new Random(seed);
        return SafeTensors.Write(layout.SelectMany((column, place) => Tensors($"t{place}", column.Type, column.Count, random)));
    }

    /// <summary>Numbers of any bits but those that are not finite.</summary>
    public static byte[] Numbers(DType type, int count, Random random)
    {
        var bytes = new byte[count * type.SizeInBytes()];
        random.NextBytes(bytes);
        // The last byte is the sign and the highest bits of the exponent; without the highest of them no number is NaN or infinite.
        var size = type.SizeInBytes();
        for (var i = 0; i < bytes.Length; i++)
        {
            if (type == DType.BOOL)
                bytes[i] &= 1;
            else if (type.IsFloating() && i % size == size - 1)
                bytes[i] &= 0xBF;
        }

        return bytes;
    }

    /// <summary>A floating tensor, and beside it a batch norm's running mean and variance.</summary>
    private static IEnumerable<NamedTensor> Tensors(string name, DType type, int count, Random random)
    {
        yield return new NamedTensor($"{name}.weight", type, [count], Numbers(type, count, random));
        if (!type.IsFloating())
            yield break;
        var variance = Numbers(type, count, random);
        for (var i = type.SizeInBytes() - 1; i < variance.Length; i += type.SizeInBytes())
            variance[i] &= 0x7F;
        yield return new NamedTensor($"{name}.running_mean", type, [count], Numbers(type, count, random));
        yield return new NamedTensor($"{name}.running_var", type, [count], variance);
    }
}
