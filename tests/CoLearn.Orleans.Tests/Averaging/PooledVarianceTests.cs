using System.Runtime.InteropServices;
using CoLearn.Exchange;
using CsCheck;

namespace CoLearn.Averaging;

public sealed class PooledVarianceTests
{
    private static readonly Gen<double[]> Group = Gen.Select(Gen.Double[-1_000, 1_000], Gen.Double[-1, 1].Array[1, 50])
        .Select((centre, values) => values.Select(value => centre + value).ToArray());

    [Fact]
    public void Of_TwoGroups_IsTheVarianceOfTheirRawData() => Gen.Select(Group, Group).Sample(
        (first, second) =>
        {
            var average = WeightsAverage.Of([new("a", Layer(first), first.Length), new("b", Layer(second), second.Length)]);

            var (mean, variance) = Statistics([.. first, .. second]);
            var found = SafeTensors.Read(average);
            return Near(mean, Number(found[0])) && Near(variance, Number(found[1]));
        },
        iter: 2_000);

    [Fact]
    public void Of_SmallVarianceBesideALargeMean_KeepsItsDigits()
    {
        static Weights Layer(double mean) => Written([mean], [1e-6]);

        var found = SafeTensors.Read(WeightsAverage.Of([new("a", Layer(1e6 - 0.5), 1), new("b", Layer(1e6 + 0.5), 1)]));

        Assert.Equal(0.250001, Number(found[1]), 1e-15);
    }

    [Fact]
    public void Of_NegativeVariances_IsNeverBelowZero()
    {
        var odd = Written([2.0], [-3.0]);

        Assert.Equal(0, Number(SafeTensors.Read(WeightsAverage.Of([new("a", odd, 1), new("b", odd, 1)]))[1]));
    }

    [Theory]
    [InlineData("bn1.running_var", "bn1.running_mean")]
    [InlineData("running_var", "running_mean")]
    [InlineData("bn1.prerunning_var", null)]
    [InlineData("running_var.weight", null)]
    public void MeanOf_Name_IsOnlyThatOfARunningVariance(string name, string? mean) => Assert.Equal(mean, PooledVariance.MeanOf(name));

    private static Weights Layer(double[] values)
    {
        var (mean, variance) = Statistics(values);
        return Written([mean], [variance]);
    }

    private static Weights Written(double[] mean, double[] variance) => SafeTensors.Write(
    [
        new("bn1.running_mean", DType.F64, [mean.Length], MemoryMarshal.AsBytes<double>(mean).ToArray()),
        new("bn1.running_var", DType.F64, [variance.Length], MemoryMarshal.AsBytes<double>(variance).ToArray()),
    ]);

    private static (double Mean, double Variance) Statistics(double[] values)
        => (values.Average(), values.Average(value => Math.Pow(value - values.Average(), 2)));

    private static double Number(NamedTensor tensor) => MemoryMarshal.Read<double>(tensor.Data.Span);

    private static bool Near(double expected, double found) => Math.Abs(found - expected) <= 1e-6 * Math.Abs(expected) + 1e-12;
}
