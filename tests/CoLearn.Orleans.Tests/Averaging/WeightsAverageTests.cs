using System.Runtime.InteropServices;
using CoLearn.Exchange;

namespace CoLearn.Averaging;

public sealed class WeightsAverageTests
{
    [Theory]
    [InlineData(DType.F64)]
    [InlineData(DType.F32)]
    [InlineData(DType.F16)]
    [InlineData(DType.BF16)]
    public void Of_FloatingTensors_IsTheMeanWeightedByExamples(DType type)
    {
        var average = WeightsAverage.Of([new("a", Floating(type, 2, -8), 1), new("b", Floating(type, 6, 8), 3)]);

        Assert.Equal(Floating(type, 5, 4).Hash, average.Hash);
    }

    [Fact]
    public void Of_CappedSizes_CountsNoExamplesBeyondTheCap()
    {
        var average = WeightsAverage.Of([new("a", Floating(DType.F32, 2), 10), new("b", Floating(DType.F32, 6), long.MaxValue)], cap: 10);

        Assert.Equal(Floating(DType.F32, 4).Hash, average.Hash);
    }

    [Fact]
    public void Of_IntegersAndTruthValues_IsTheMaximum()
    {
        var average = WeightsAverage.Of([new("a", Integers(3, -4, 1), 1), new("b", Integers(-2, 5, 0), 1_000), new("c", Integers(0, 0, 0), 1)]);

        Assert.Equal(Integers(3, 5, 1).Hash, average.Hash);
    }

    [Fact]
    public void Of_UnsignedIntegers_ComparesThemUnsigned()
    {
        static Weights Unsigned(params byte[] bytes) => SafeTensors.Write(
        [
            new("u16", DType.U16, [1], bytes.AsMemory(0, 2)),
            new("u32", DType.U32, [1], bytes.AsMemory(0, 4)),
            new("u64", DType.U64, [1], bytes),
            new("u8", DType.U8, [2], bytes.AsMemory(6, 2)),
        ]);
        var small = Unsigned(1, 0, 0, 0, 0, 0, 0, 0);
        var large = Unsigned(0, 0x80, 0, 0x80, 0, 0, 0, 0x80);

        Assert.Equal(large.Hash, WeightsAverage.Of([new("a", large, 1), new("b", small, 1)]).Hash);
    }

    [Fact]
    public void Of_OneContribution_GivesItBack()
    {
        var alone = Floating(DType.F16, 3, -0.1);

        Assert.Same(alone, WeightsAverage.Of([new("a", alone, 0)]));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Of_NonFiniteContribution_IsNotFinite(double odd)
    {
        foreach (var type in new[] { DType.F64, DType.F32, DType.F16, DType.BF16 })
        {
            var average = WeightsAverage.Of([new("a", Floating(type, 1, odd), 1), new("b", Floating(type, 3, -odd), 1)]);

            var tensor = Assert.Single(SafeTensors.Read(average));
            Assert.Equal(1, Screening.NonFinite.Count(tensor));
        }
    }

    [Fact]
    public void Of_LargestNumbers_StaysFinite()
    {
        var largest = Floating(DType.F64, double.MaxValue, -double.MaxValue);

        Assert.Equal(largest.Hash, WeightsAverage.Of([new("a", largest, 1), new("b", largest, 1), new("c", largest, 1)]).Hash);
    }

    [Fact]
    public void Of_RunningVarianceWithoutItsMean_IsAveraged()
    {
        static Weights Layer(float variance) => SafeTensors.Write([new("bn.running_var", DType.F32, [1], BitConverter.GetBytes(variance))]);

        Assert.Equal(Layer(2).Hash, WeightsAverage.Of([new("a", Layer(1), 5), new("b", Layer(3), 5)]).Hash);
    }

    private static Weights Floating(DType type, params double[] numbers)
    {
        var bytes = new byte[numbers.Length * type.SizeInBytes()];
        Narrowing.Narrow(numbers, type, bytes);
        return SafeTensors.Write([new("fc1.weight", type, [numbers.Length], bytes)]);
    }

    private static Weights Integers(sbyte first, sbyte second, byte truth) => SafeTensors.Write(
    [
        new("bn.num_batches_tracked", DType.I64, [], BitConverter.GetBytes((long)first)),
        new("i16", DType.I16, [2], MemoryMarshal.AsBytes<short>([first, second]).ToArray()),
        new("i32", DType.I32, [2], MemoryMarshal.AsBytes<int>([first, second]).ToArray()),
        new("i8", DType.I8, [2], MemoryMarshal.AsBytes<sbyte>([first, second]).ToArray()),
        new("mask", DType.BOOL, [1], new[] { truth }),
    ]);
}
