using System.Numerics;
using System.Runtime.InteropServices;
using CoLearn.Exchange;

namespace CoLearn.Screening;

/// <summary>Reads floating tensors as doubles, exactly, a chunk at a time.</summary>
internal static class Widening
{
    /// <summary>How many numbers to ask for at once: a few such chunks stay in a core's fastest cache.</summary>
    public const int ChunkLength = 512;

    /// <summary>How many numbers a tensor holds.</summary>
    public static int Count(this NamedTensor tensor) => tensor.Data.Length / tensor.Type.SizeInBytes();

    /// <summary>Reads as many numbers of a floating tensor as there is room for, from the first given on.</summary>
    public static void Widen(this NamedTensor tensor, int first, Span<double> into)
    {
        var size = tensor.Type.SizeInBytes();
        var bytes = tensor.Data.Span.Slice(first * size, into.Length * size);
        switch (tensor.Type)
        {
            case DType.F64:
                MemoryMarshal.Cast<byte, double>(bytes).CopyTo(into);
                break;
            case DType.F32:
                Widen(MemoryMarshal.Cast<byte, float>(bytes), into);
                break;
            case DType.F16:
                Widen(MemoryMarshal.Cast<byte, Half>(bytes), into);
                break;
            case DType.BF16:
                Widen(MemoryMarshal.Cast<byte, ushort>(bytes), into);
                break;
            default:
                throw new ArgumentException($"The tensor '{tensor.Name}' is of type {tensor.Type}, which is not floating.", nameof(tensor));
        }
    }

    private static void Widen(ReadOnlySpan<float> from, Span<double> into)
    {
        var at = 0;
        for (; at <= from.Length - Vector<float>.Count; at += Vector<float>.Count)
        {
            Vector.Widen(new Vector<float>(from[at..]), out var low, out var high);
            low.CopyTo(into[at..]);
            high.CopyTo(into[(at + Vector<double>.Count)..]);
        }

        for (; at < from.Length; at++)
            into[at] = from[at];
    }

    private static void Widen(ReadOnlySpan<Half> from, Span<double> into)
    {
        for (var i = 0; i < from.Length; i++)
            into[i] = (double)from[i];
    }

    /// <summary>BF16 is the upper half of single precision.</summary>
    private static void Widen(ReadOnlySpan<ushort> from, Span<double> into)
    {
        for (var i = 0; i < from.Length; i++)
            into[i] = BitConverter.UInt32BitsToSingle((uint)from[i] << 16);
    }
}
