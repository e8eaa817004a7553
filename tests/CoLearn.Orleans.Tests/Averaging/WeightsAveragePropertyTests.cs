using CoLearn.Exchange;
using CoLearn.Screening;
using CsCheck;

namespace CoLearn.Averaging;

public sealed class WeightsAveragePropertyTests
{
    private static readonly Gen<long> Size = Gen.OneOf(Gen.Long[1, 100_000], Gen.Long);

    private static readonly Gen<((DType, int)[] Layout, int Seed, long[] Sizes)> Contributors =
        Gen.Select(Drawn.Layout, Gen.Int[0, 1_000_000], Size.Array[2, 6]);

    [Fact]
    public void Of_EqualWeights_IsThoseWeights() => Contributors.Sample(
        drawn =>
        {
            var weights = Drawn.Weights(drawn.Layout, drawn.Seed);
            var average = WeightsAverage.Of([.. drawn.Sizes.Select((size, i) => new ContributedWeights($"learner-{i}", weights, size))]);
            return average.Hash == weights.Hash;
        },
        iter: 500);

    [Fact]
    public void Of_AnyOrder_SameWeights() => Contributors.Sample(
        drawn =>
        {
            var contributions = Contributions(drawn);
            var expected = WeightsAverage.Of(contributions).Hash;
            new Random(drawn.Seed).Shuffle(contributions);
            return WeightsAverage.Of(contributions).Hash == expected;
        },
        iter: 500);

    [Fact]
    public void Of_AnyNumbers_IsTheMeanInWords() => Contributors.Sample(
        drawn =>
        {
            var contributions = Contributions(drawn);
            var shares = Shares.Of(drawn.Sizes);
            var read = contributions.Select(contribution => SafeTensors.Read(contribution.Weights)).ToArray();
            var average = SafeTensors.Read(WeightsAverage.Of(contributions));
            for (var i = 0; i < average.Count; i++)
            {
                if (average[i].Type.IsFloating() && !average[i].Name.EndsWith("running_var", StringComparison.Ordinal))
                    Assert.Equal(MeanOf([.. read.Select(tensors => tensors[i])], shares), average[i].Data.ToArray());
            }
        },
        iter: 300);

    /// <summary>Number by number, in the learners' order, rounded once.</summary>
    private static byte[] MeanOf(NamedTensor[] tensors, double[] shares)
    {
        var columns = tensors.Select(tensor => Widened(tensor)).ToArray();
        var mean = columns[0].Select((_, at) =>
        {
            var sum = columns[0][at] * shares[0];
            for (var i = 1; i < columns.Length; i++)
                sum += columns[i][at] * shares[i];
            return Math.Clamp(sum, columns.Min(column => column[at]), columns.Max(column => column[at]));
        }).ToArray();
        var bytes = new byte[tensors[0].Data.Length];
        Narrowing.Narrow(mean, tensors[0].Type, bytes);
        return bytes;
    }

    private static double[] Widened(NamedTensor tensor)
    {
        var numbers = new double[tensor.Count()];
        tensor.Widen(0, numbers);
        return numbers;
    }

    private static ContributedWeights[] Contributions(((DType, int)[] Layout, int Seed, long[] Sizes) drawn)
        => [.. drawn.Sizes.Select((size, i) => new ContributedWeights($"learner-{i}", Drawn.Weights(drawn.Layout, drawn.Seed + i), size))];
}
