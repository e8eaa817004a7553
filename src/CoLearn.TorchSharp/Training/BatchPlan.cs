using CoLearn.Data;

namespace CoLearn.Training;

/// <summary>Which examples a proposer trains on, batch by batch.</summary>
internal static class BatchPlan
{
    /// <summary>The batches of one proposal: each pass over the examples in a new random order.</summary>
    public static IEnumerable<ReadOnlyMemory<int>> Batches(int examples, TrainingSettings settings, long seed)
    {
        var random = new SeededRandom(seed);
        var left = settings.Batches > 0 ? settings.Batches : long.MaxValue;
        for (var pass = 0; settings.Batches > 0 ? left > 0 : pass < settings.Epochs; pass++)
        {
            var order = SeededShuffle.Permutation(examples, random);
            foreach (var (start, length) in Cut(examples, settings.BatchSize))
            {
                yield return order.AsMemory(start, length);
                if (--left == 0)
                    yield break;
            }
        }
    }

    /// <summary>Cuts examples into batches; a last one of a single example, which batch normalisation cannot train on, joins the one before.</summary>
    public static IEnumerable<(int Start, int Length)> Cut(int examples, int batchSize)
    {
        for (var start = 0; start < examples;)
        {
            var left = examples - start;
            var length = batchSize > 1 && left - 1 == batchSize ? left : Math.Min(left, batchSize);
            yield return (start, length);
            start += length;
        }
    }
}
