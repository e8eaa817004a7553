using System.Numerics;
using System.Runtime.InteropServices;
using CoLearn.Exchange;

namespace CoLearn.Screening;

/// <summary>Counts NaN and infinities: exactly the numbers whose exponent's bits are all set.</summary>
internal static class NonFinite
{
    /// <summary>How many numbers of a tensor are not finite; 0 for integers and truth values.</summary>
    public static int Count(NamedTensor tensor) => tensor.Type switch
    {
        DType.F16 => Count<ushort>(tensor.Data.Span, 0x7C00),
        DType.BF16 => Count<ushort>(tensor.Data.Span, 0x7F80),
        DType.F32 => Count(tensor.Data.Span, 0x7F80_0000u),
        DType.F64 => Count(tensor.Data.Span, 0x7FF0_0000_0000_0000ul),
        _ => 0,
    };

    private static int Count<T>(ReadOnlySpan<byte> bytes, T exponent)
        where T : unmanaged, IBinaryInteger<T>
    {
        var exponents = new Vector<T>(exponent);
        var vectors = MemoryMarshal.Cast<byte, Vector<T>>(bytes);
        var count = 0;
        for (var i = 0; i < vectors.Length; i++)
        {
            // Nearly always none: only then are the numbers looked at one by one.
            if (Vector.EqualsAny(vectors[i] & exponents, exponents))
                count += CountEach(bytes.Slice(i * Vector<byte>.Count, Vector<byte>.Count), exponent);
        }

        return count + CountEach(bytes[(vectors.Length * Vector<byte>.Count)..], exponent);
    }

    private static int CountEach<T>(ReadOnlySpan<byte> bytes, T exponent)
        where T : unmanaged, IBinaryInteger<T>
    {
        var count = 0;
        foreach (var bits in MemoryMarshal.Cast<byte, T>(bytes))
            count += (bits & exponent) == exponent ? 1 : 0;
        return count;
    }
}
