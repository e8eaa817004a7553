using CoLearn.Exchange;

namespace CoLearn.Screening;

/// <summary>
/// Euclidean lengths over all floating tensors together, added up in double, one number after the other in the tensors' order, so that every
/// machine gets the same bits; integers and truth values take no part. A length too great for a double is infinite.
/// </summary>
internal static class L2
{
    /// <summary>How far tensors are from zero.</summary>
    public static double Norm(IReadOnlyList<NamedTensor> tensors) => Length(tensors, others: null);

    /// <summary>How far tensors are from others of the same names, types and shapes.</summary>
    public static double Distance(IReadOnlyList<NamedTensor> tensors, IReadOnlyList<NamedTensor> others) => Length(tensors, others);

    private static double Length(IReadOnlyList<NamedTensor> tensors, IReadOnlyList<NamedTensor>? others)
    {
        Span<double> chunk = stackalloc double[Widening.ChunkLength];
        Span<double> origin = stackalloc double[Widening.ChunkLength];
        var squares = 0.0;
        for (var i = 0; i < tensors.Count; i++)
        {
            if (!tensors[i].Type.IsFloating())
                continue;
            var count = tensors[i].Count();
            for (var first = 0; first < count; first += Widening.ChunkLength)
            {
                var numbers = chunk[..Math.Min(Widening.ChunkLength, count - first)];
                var from = origin[..numbers.Length];
                tensors[i].Widen(first, numbers);
                others?[i].Widen(first, from);
                squares = Add(squares, numbers, from);
            }
        }

        return Math.Sqrt(squares);
    }

    private static double Add(double squares, ReadOnlySpan<double> numbers, ReadOnlySpan<double> from)
    {
        for (var i = 0; i < numbers.Length; i++)
        {
            var distance = numbers[i] - from[i];
            squares += distance * distance;
        }

        return squares;
    }
}
