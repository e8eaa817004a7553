using CoLearn.Exchange;
using CoLearn.Screening;

namespace CoLearn.Averaging;

/// <summary>
/// The variance of a batch-norm layer over all contributors' examples together. The law of total variance
/// (https://en.wikipedia.org/wiki/Law_of_total_variance) has it as Σ wᵢ(σᵢ² + μᵢ²) − μ² with μ = Σ wᵢμᵢ; computed is the equal
/// Σ wᵢσᵢ² + Σ wᵢ(μᵢ − μ)², which does not lose the digits of a variance that is small beside its mean (Chan, Golub and LeVeque 1979, Updating
/// Formulae and a Pairwise Algorithm for Computing Sample Variances).
/// </summary>
/// <remarks>Running statistics are moving averages over batches, and each batch's variance is the unbiased one, so the result is as near as these are. In F16 it can exceed the largest
/// number and become infinite: an averaged proposal is screened like any other.</remarks>
internal sealed class PooledVariance(IReadOnlyList<double> shares)
{
    private const string Variance = "running_var";
    private const string Mean = "running_mean";

    private readonly WeightedMean weighted = new(shares);
    private readonly double[] mean = new double[Widening.ChunkLength];
    private readonly double[] values = new double[Widening.ChunkLength];

    /// <summary>The name of the mean that belongs to a running variance; <see langword="null"/> for the name of any other tensor.</summary>
    public static string? MeanOf(string name)
        => name == Variance || name.EndsWith('.' + Variance, StringComparison.Ordinal) ? name[..^Variance.Length] + Mean : null;

    /// <summary>Writes the variances of as many channels as there is room for, at most <see cref="Widening.ChunkLength"/>, from the first given on.</summary>
    public void Of(IReadOnlyList<NamedTensor> variances, IReadOnlyList<NamedTensor> means, int first, Span<double> pooled)
    {
        var centre = mean.AsSpan(0, pooled.Length);
        var numbers = values.AsSpan(0, pooled.Length);
        weighted.Of(means, first, centre);
        weighted.Of(variances, first, pooled);
        for (var i = 0; i < means.Count; i++)
        {
            means[i].Widen(first, numbers);
            for (var channel = 0; channel < numbers.Length; channel++)
                pooled[channel] += shares[i] * (numbers[channel] - centre[channel]) * (numbers[channel] - centre[channel]);
        }

        foreach (ref var variance in pooled)
            variance = variance < 0 ? 0 : variance;
    }
}
