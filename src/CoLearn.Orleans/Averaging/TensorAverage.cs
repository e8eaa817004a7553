using CoLearn.Exchange;
using CoLearn.Screening;

namespace CoLearn.Averaging;

/// <summary>Averages one tensor after the other, each by the rule that fits its name and type.</summary>
internal sealed class TensorAverage(IReadOnlyList<NamedTensor>[] contributors, double[] shares)
{
    private readonly WeightedMean mean = new(shares);
    private readonly PooledVariance variance = new(shares);
    private readonly double[] chunk = new double[Widening.ChunkLength];
    private readonly Dictionary<string, int> places = contributors[0].Select((tensor, place) => (tensor.Name, place))
        .ToDictionary(tensor => tensor.Name, tensor => tensor.place, StringComparer.Ordinal);

    /// <summary>Writes the average of the tensor at a place.</summary>
    public void Write(int place, Span<byte> into)
    {
        var tensors = At(place);
        if (tensors[0].Type.IsFloating())
            WriteFloating(tensors, Means(tensors[0]), into);
        else
            Maximum.Of(tensors, into);
    }

    private void WriteFloating(NamedTensor[] tensors, NamedTensor[]? means, Span<byte> into)
    {
        var type = tensors[0].Type;
        var size = type.SizeInBytes();
        var count = tensors[0].Count();
        for (var first = 0; first < count; first += Widening.ChunkLength)
        {
            var numbers = chunk.AsSpan(0, Math.Min(Widening.ChunkLength, count - first));
            if (means is null)
                mean.Of(tensors, first, numbers);
            else
                variance.Of(tensors, means, first, numbers);
            Narrowing.Narrow(numbers, type, into.Slice(first * size, numbers.Length * size));
        }
    }

    /// <summary>The running means beside a running variance, one a channel; <see langword="null"/> for any other tensor.</summary>
    private NamedTensor[]? Means(NamedTensor tensor)
        => PooledVariance.MeanOf(tensor.Name) is { } name
            && places.TryGetValue(name, out var place)
            && contributors[0][place] is var other
            && other.Type.IsFloating()
            && other.Shape.SequenceEqual(tensor.Shape)
                ? At(place)
                : null;

    private NamedTensor[] At(int place) => [.. contributors.Select(tensors => tensors[place])];
}
