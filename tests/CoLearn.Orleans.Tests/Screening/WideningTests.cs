using CoLearn.Exchange;

namespace CoLearn.Screening;

public sealed class WideningTests
{
    [Theory]
    [InlineData(DType.F16, 5, 10)]
    [InlineData(DType.BF16, 8, 7)]
    public void Widen_EveryNumberOfTheType_IsWhatItsBitsSay(DType type, int exponentBits, int mantissaBits)
    {
        byte[] bytes = [.. Enumerable.Range(0, 65_536).SelectMany(bits => BitConverter.GetBytes((ushort)bits))];
        var numbers = new double[65_536];

        new NamedTensor("t", type, [65_536], bytes).Widen(0, numbers);

        Assert.Equal(Enumerable.Range(0, 65_536).Select(bits => InWords(bits, exponentBits, mantissaBits)), numbers);
    }

    [Fact]
    public void Widen_FromTheMiddle_ReadsFromThere()
    {
        byte[] bytes = [.. Enumerable.Range(0, 50).SelectMany(number => BitConverter.GetBytes((float)number))];
        var numbers = new double[30];

        new NamedTensor("t", DType.F32, [50], bytes).Widen(7, numbers);

        Assert.Equal(Enumerable.Range(7, 30).Select(number => (double)number), numbers);
    }

    [Fact]
    public void Widen_Integers_IsRefused()
    {
        var error = Assert.Throws<ArgumentException>(() => new NamedTensor("steps", DType.I64, [1], new byte[8]).Widen(0, new double[1]));

        Assert.Contains("The tensor 'steps' is of type I64, which is not floating.", error.Message);
    }

    /// <summary>IEEE 754: sign, exponent, mantissa.</summary>
    private static double InWords(int bits, int exponentBits, int mantissaBits)
    {
        var sign = bits >> 15 == 1 ? -1.0 : 1.0;
        var exponent = (bits >> mantissaBits) & ((1 << exponentBits) - 1);
        var mantissa = (bits & ((1 << mantissaBits) - 1)) / (double)(1 << mantissaBits);
        var bias = (1 << (exponentBits - 1)) - 1;
        if (exponent == (1 << exponentBits) - 1)
            return mantissa == 0 ? sign * double.PositiveInfinity : double.NaN;
        return sign * (exponent == 0 ? mantissa * Math.Pow(2, 1 - bias) : (1 + mantissa) * Math.Pow(2, exponent - bias));
    }
}
