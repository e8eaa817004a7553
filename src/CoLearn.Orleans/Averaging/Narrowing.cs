using System.Numerics;
using System.Runtime.InteropServices;
using CoLearn.Exchange;

namespace CoLearn.Averaging;

/// <summary>Writes doubles as numbers of a floating type, each rounded once, to the nearest and at a tie to the even one; beyond the largest is infinity.</summary>
internal static class Narrowing
{
    public static void Narrow(ReadOnlySpan<double> from, DType type, Span<byte> into)
    {
        switch (type)
        {
            case DType.F64:
                from.CopyTo(MemoryMarshal.Cast<byte, double>(into));
                break;
            case DType.F32:
                Narrow(from, MemoryMarshal.Cast<byte, float>(into));
                break;
            case DType.F16:
                Narrow(from, MemoryMarshal.Cast<byte, Half>(into));
                break;
            case DType.BF16:
                Narrow(from, MemoryMarshal.Cast<byte, ushort>(into));
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(type), type, "A mean is rounded to a floating type only.");
        }
    }

    /// <summary>The bits of the brain floating-point number nearest to a double.</summary>
    public static ushort ToBrain(double number)
    {
        var single = (float)number;
        var bits = BitConverter.SingleToUInt32Bits(single);
        if (double.IsNaN(number))
            return (ushort)((bits >> 16) | 0x40);

        // Rounding twice would turn what lies just beside a tie into a tie. So the first step goes towards zero and sets the last bit where anything
        // is lost ("rounding to odd", Boldo and Melquiond 2008), which the second step's 16 dropped bits are enough to see.
        if (single != number)
            bits = (Math.Abs(single) > Math.Abs(number) ? bits - 1 : bits) | 1;
        return (ushort)((bits + 0x7FFF + ((bits >> 16) & 1)) >> 16);
    }

    private static void Narrow(ReadOnlySpan<double> from, Span<float> into)
    {
        var at = 0;
        for (; at <= from.Length - Vector<float>.Count; at += Vector<float>.Count)
            Vector.Narrow(new Vector<double>(from[at..]), new Vector<double>(from[(at + Vector<double>.Count)..])).CopyTo(into[at..]);
        for (; at < from.Length; at++)
            into[at] = (float)from[at];
    }

    private static void Narrow(ReadOnlySpan<double> from, Span<Half> into)
    {
        for (var i = 0; i < from.Length; i++)
            into[i] = (Half)from[i];
    }

    private static void Narrow(ReadOnlySpan<double> from, Span<ushort> into)
    {
        for (var i = 0; i < from.Length; i++)
            into[i] = ToBrain(from[i]);
    }
}
