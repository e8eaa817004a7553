using CoLearn.Exchange;
using CoLearn.Screening;

namespace CoLearn.Averaging;

/// <summary>
/// The weights of an averaged proposal. Floating tensors are the mean weighted by <see cref="Shares"/>, added up in double in the ordinal order of the
/// learners and rounded once, so that the result is equal to the bit whoever comes first; a batch norm's running variance is pooled together with its
/// mean (<see cref="PooledVariance"/>); integers, such as batches counted, and truth values are the maximum.
/// </summary>
/// <remarks>Takes memory for the result and some kilobytes. Contributions are screened before; what is not finite in them is not finite in the result.</remarks>
internal static class WeightsAverage
{
    /// <summary>Averages contributions; one alone comes back as it is.</summary>
    /// <param name="contributions">At least one, each by another learner, in any order.</param>
    /// <param name="cap">The size from which on more examples count no more; <see langword="null"/> for none.</param>
    /// <returns>The weights, of format <see cref="Weights.SafeTensors"/>.</returns>
    /// <exception cref="ArgumentException">There is no contribution, a learner has two, or one cannot be read or has other tensors than the first.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="cap"/> is below 1.</exception>
    public static Weights Of(IReadOnlyList<ContributedWeights> contributions, long? cap = null)
    {
        var sorted = contributions.OrderBy(contribution => contribution.Learner, StringComparer.Ordinal).ToArray();
        var shares = Shares.Of([.. sorted.Select(contribution => contribution.Examples)], cap);
        var tensors = Tensors(sorted);
        return sorted.Length == 1 ? sorted[0].Weights : new Weights(Weights.SafeTensors, Average(sorted[0].Weights.Bytes.Span, tensors, shares));
    }

    private static IReadOnlyList<NamedTensor>[] Tensors(ContributedWeights[] sorted)
    {
        if (sorted.Length == 0)
            throw new ArgumentException("There is no contribution to average.");

        var tensors = new IReadOnlyList<NamedTensor>[sorted.Length];
        for (var i = 0; i < sorted.Length; i++)
        {
            if (i > 0 && sorted[i].Learner == sorted[i - 1].Learner)
                throw new ArgumentException($"The learner '{sorted[i].Learner}' contributes twice.");
            tensors[i] = Read(sorted[i]);
            if (Layout.Difference(tensors[0], tensors[i]) is { } difference)
                throw new ArgumentException($"The weights of learner '{sorted[i].Learner}' are not like those of '{sorted[0].Learner}': {difference}.");
        }

        return tensors;
    }

    private static IReadOnlyList<NamedTensor> Read(ContributedWeights contribution)
    {
        try
        {
            return SafeTensors.Read(contribution.Weights);
        }
        catch (FormatException error)
        {
            throw new ArgumentException($"The weights of learner '{contribution.Learner}' cannot be read: {error.Message}", error);
        }
    }

    /// <summary>Equal tensors have equal headers in the canonical form, so the first one's stands before the averaged data.</summary>
    private static byte[] Average(ReadOnlySpan<byte> first, IReadOnlyList<NamedTensor>[] contributors, double[] shares)
    {
        var average = new byte[first.Length];
        var begin = first.Length - contributors[0].Sum(tensor => tensor.Data.Length);
        first[..begin].CopyTo(average);

        var tensors = new TensorAverage(contributors, shares);
        for (var i = 0; i < contributors[0].Count; i++)
        {
            var length = contributors[0][i].Data.Length;
            tensors.Write(i, average.AsSpan(begin, length));
            begin += length;
        }

        return average;
    }
}
