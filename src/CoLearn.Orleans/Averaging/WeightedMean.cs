using System.Numerics;
using System.Runtime.InteropServices;
using CoLearn.Exchange;
using CoLearn.Screening;

namespace CoLearn.Averaging;

/// <summary>The weighted mean of one tensor over the contributors, in double, added up in their order.</summary>
internal sealed class WeightedMean(IReadOnlyList<double> shares)
{
    private readonly double[] values = new double[Widening.ChunkLength];
    private readonly double[] least = new double[Widening.ChunkLength];
    private readonly double[] most = new double[Widening.ChunkLength];

    /// <summary>Writes the means of as many numbers as there is room for, at most <see cref="Widening.ChunkLength"/>, from the first given on.</summary>
    public void Of(IReadOnlyList<NamedTensor> tensors, int first, Span<double> mean)
    {
        var numbers = values.AsSpan(0, mean.Length);
        tensors[0].Widen(first, numbers);
        numbers.CopyTo(least);
        numbers.CopyTo(most);
        Start(shares[0], numbers, mean);
        for (var i = 1; i < tensors.Count; i++)
        {
            tensors[i].Widen(first, numbers);
            Add(shares[i], numbers, mean, least.AsSpan(0, mean.Length), most.AsSpan(0, mean.Length));
        }

        Enclose(mean);
    }

    /// <summary>From the first product and not from 0, which would lose the sign of a negative zero.</summary>
    private static void Start(double share, ReadOnlySpan<double> numbers, Span<double> mean)
    {
        for (var i = 0; i < numbers.Length; i++)
            mean[i] = share * numbers[i];
    }

    private static void Add(double share, ReadOnlySpan<double> numbers, Span<double> mean, Span<double> least, Span<double> most)
    {
        // No multiply-add: it rounds once less, and not every machine has it.
        var vectors = MemoryMarshal.Cast<double, Vector<double>>(numbers);
        var means = MemoryMarshal.Cast<double, Vector<double>>(mean);
        var leasts = MemoryMarshal.Cast<double, Vector<double>>(least);
        var mosts = MemoryMarshal.Cast<double, Vector<double>>(most);
        for (var i = 0; i < vectors.Length; i++)
        {
            means[i] += vectors[i] * share;
            leasts[i] = Vector.Min(leasts[i], vectors[i]);
            mosts[i] = Vector.Max(mosts[i], vectors[i]);
        }

        for (var i = vectors.Length * Vector<double>.Count; i < numbers.Length; i++)
        {
            mean[i] += numbers[i] * share;
            least[i] = Math.Min(least[i], numbers[i]);
            most[i] = Math.Max(most[i], numbers[i]);
        }
    }

    /// <summary>Shares are rounded and need not add up to 1; a mean stays between its numbers all the same, and that of equal numbers is that number.</summary>
    private void Enclose(Span<double> mean)
    {
        for (var i = 0; i < mean.Length; i++)
            mean[i] = Math.Max(least[i], Math.Min(most[i], mean[i]));
    }
}
