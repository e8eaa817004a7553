using System.Runtime.InteropServices;
using CoLearn.Exchange;
using CoLearn.Screening;
using CsCheck;

namespace CoLearn.Averaging;

public sealed class NarrowingTests
{
    [Theory]
    [InlineData(DType.F16)]
    [InlineData(DType.BF16)]
    public void Narrow_EveryNumberOfTheType_IsItself(DType type)
    {
        var bits = Enumerable.Range(0, 65_536).Select(bits => (ushort)bits).ToArray();
        var numbers = Widened(type, bits);

        var narrowed = new ushort[bits.Length];
        Narrowing.Narrow(numbers, type, MemoryMarshal.AsBytes(narrowed.AsSpan()));

        Assert.Equal(bits.Where((_, i) => !double.IsNaN(numbers[i])), narrowed.Where((_, i) => !double.IsNaN(numbers[i])));
        Assert.All(Widened(type, narrowed).Where((_, i) => double.IsNaN(numbers[i])), number => Assert.True(double.IsNaN(number)));
    }

    [Theory]
    [InlineData(DType.F16)]
    [InlineData(DType.BF16)]
    public void Narrow_BetweenTwoNumbers_IsTheNearerAndAtATieTheEven(DType type)
    {
        // The bits of what is not negative, in the order of the numbers; in place of infinity the number that would follow the largest.
        var infinity = type == DType.F16 ? (ushort)0x7C00 : (ushort)0x7F80;
        var ladder = Widened(type, [.. Enumerable.Range(0, infinity).Select(bits => (ushort)bits)]).Append(type == DType.F16 ? 65_536 : Math.Pow(2, 128)).ToArray();

        Gen.Select(Gen.Int[0, infinity - 1], Gen.Double[0, 1], Gen.Int[-2, 2], Gen.Bool).Sample(
            (lower, part, beside, negative) =>
            {
                var (low, high) = (ladder[lower], ladder[lower + 1]);
                var middle = low + (high - low) / 2;
                var number = beside switch { -2 => low + (high - low) * part, 2 => Math.BitIncrement(middle), -1 => Math.BitDecrement(middle), _ => middle };
                var upper = number - low > high - number || (number - low == high - number && lower % 2 == 1);
                var expected = (ushort)((upper ? lower + 1 : lower) | (negative ? 0x8000 : 0));
                return Narrowed(type, negative ? -number : number) == expected;
            },
            iter: 20_000);
    }

    [Theory]
    [InlineData(DType.F16, 0x7C00)]
    [InlineData(DType.BF16, 0x7F80)]
    public void Narrow_BeyondTheLargest_IsInfinite(DType type, int infinity)
    {
        Assert.Equal(infinity, Narrowed(type, double.MaxValue));
        Assert.Equal(infinity | 0x8000, Narrowed(type, double.NegativeInfinity));
    }

    [Fact]
    public void Narrow_AnyNumbersToF32_AreThoseOfACast() => Gen.Double.Array[0, 40].Sample(
        numbers =>
        {
            var narrowed = new float[numbers.Length];
            Narrowing.Narrow(numbers, DType.F32, MemoryMarshal.AsBytes(narrowed.AsSpan()));
            Assert.Equal(numbers.Select(number => (float)number), narrowed);
        });

    private static ushort Narrowed(DType type, double number)
    {
        var bytes = new byte[2];
        Narrowing.Narrow([number], type, bytes);
        return BitConverter.ToUInt16(bytes);
    }

    private static double[] Widened(DType type, ushort[] bits)
    {
        var numbers = new double[bits.Length];
        new NamedTensor("t", type, [bits.Length], MemoryMarshal.AsBytes<ushort>(bits).ToArray()).Widen(0, numbers);
        return numbers;
    }
}
