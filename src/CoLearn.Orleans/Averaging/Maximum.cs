using System.Numerics;
using System.Runtime.InteropServices;
using CoLearn.Exchange;

namespace CoLearn.Averaging;

/// <summary>The larger of two numbers each, for tensors that have no mean: integers and truth values, of which it is true if any is.</summary>
internal static class Maximum
{
    /// <summary>Writes the maximum over equal tensors of the contributors.</summary>
    public static void Of(IReadOnlyList<NamedTensor> tensors, Span<byte> into)
    {
        tensors[0].Data.Span.CopyTo(into);
        foreach (var tensor in tensors.Skip(1))
            Raise(tensor.Type, tensor.Data.Span, into);
    }

    private static void Raise(DType type, ReadOnlySpan<byte> from, Span<byte> into)
    {
        switch (type)
        {
            case DType.BOOL or DType.U8:
                Raise<byte>(from, into);
                break;
            case DType.I8:
                Raise<sbyte>(from, into);
                break;
            case DType.U16:
                Raise<ushort>(from, into);
                break;
            case DType.I16:
                Raise<short>(from, into);
                break;
            case DType.U32:
                Raise<uint>(from, into);
                break;
            case DType.I32:
                Raise<int>(from, into);
                break;
            case DType.U64:
                Raise<ulong>(from, into);
                break;
            case DType.I64:
                Raise<long>(from, into);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(type), type, "The maximum is taken of integers and truth values only.");
        }
    }

    private static void Raise<T>(ReadOnlySpan<byte> from, Span<byte> into)
        where T : unmanaged, INumber<T>
    {
        var numbers = MemoryMarshal.Cast<byte, T>(from);
        var most = MemoryMarshal.Cast<byte, T>(into);
        for (var i = 0; i < numbers.Length; i++)
            most[i] = T.Max(most[i], numbers[i]);
    }
}
