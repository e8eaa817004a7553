using CoLearn.Averaging;
using CoLearn.Exchange;
using CsCheck;

namespace CoLearn.Screening;

public sealed class NonFiniteTests
{
    private static readonly Gen<DType> Floating = Gen.Int[0, 3].Select(i => new[] { DType.F16, DType.BF16, DType.F32, DType.F64 }[i]);

    [Fact]
    public void Count_SomeOddNumbersAnywhere_CountsThem() => Gen.Select(Floating, Gen.Int[0, 200], Gen.Int[0, 1_000_000], Gen.Int[0, 200].Array[0, 6]).Sample(
        (type, count, seed, places) =>
        {
            var random = new Random(seed);
            var bytes = Drawn.Numbers(type, count, random);
            foreach (var place in places.Where(place => place < count))
                Spoil(bytes.AsSpan(place * type.SizeInBytes(), type.SizeInBytes()), type, random);
            var tensor = new NamedTensor("t", type, [count], bytes);

            var expected = places.Where(place => place < count).Distinct().Count();
            return NonFinite.Count(tensor) == expected && AreFinite(tensor) == (expected == 0);
        },
        iter: 5_000);

    [Theory]
    [InlineData(DType.F16)]
    [InlineData(DType.BF16)]
    public void Count_EveryNumberOfTheType_CountsTheOddOnes(DType type)
    {
        byte[] bytes = [.. Enumerable.Range(0, 65_536).SelectMany(bits => BitConverter.GetBytes((ushort)bits))];

        // Two signs and every mantissa: infinity where it is 0, NaN else.
        Assert.Equal(2 * (type == DType.F16 ? 1_024 : 128), NonFinite.Count(new NamedTensor("t", type, [65_536], bytes)));
    }

    [Fact]
    public void Count_Integers_IsNone() => Assert.Equal(0, NonFinite.Count(new NamedTensor("t", DType.I64, [1], BitConverter.GetBytes(-1L))));

    /// <summary>By the numbers, not by their bits.</summary>
    internal static bool AreFinite(NamedTensor tensor)
    {
        if (!tensor.Type.IsFloating())
            return true;
        var numbers = new double[tensor.Count()];
        tensor.Widen(0, numbers);
        return numbers.All(double.IsFinite);
    }

    /// <summary>All bits of the exponent set, the sign and the mantissa as they come: either infinity or NaN.</summary>
    private static void Spoil(Span<byte> number, DType type, Random random)
    {
        if (random.Next(2) == 0)
            number.Clear();
        number[^1] |= type == DType.F16 ? (byte)0x7C : (byte)0x7F;
        number[^2] |= type switch { DType.F16 => 0, DType.F64 => 0xF0, _ => 0x80 };
    }
}
