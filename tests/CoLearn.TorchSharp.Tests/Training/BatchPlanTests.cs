using CsCheck;

namespace CoLearn.Training;

public sealed class BatchPlanTests
{
    [Fact]
    public void Cut_AnySizes_CoversAllInOrderWithoutALastSingle() => Gen.Select(Gen.Int[1, 100], Gen.Int[1, 40]).Sample((examples, batchSize) =>
    {
        var batches = BatchPlan.Cut(examples, batchSize).ToArray();

        var next = 0;
        foreach (var (start, length) in batches)
        {
            Assert.Equal(next, start);
            Assert.InRange(length, 1, batchSize + 1);
            next += length;
        }

        Assert.Equal(examples, next);
        Assert.True(batches[^1].Length > 1 || batchSize == 1 || examples == 1);
    });

    [Fact]
    public void Batches_TwoEpochs_SeesEveryExampleTwiceInDifferentOrders()
    {
        var batches = BatchPlan.Batches(10, new TrainingSettings(4, 2, 0, true), seed: 5).Select(batch => batch.ToArray()).ToArray();

        Assert.Equal([4, 4, 2, 4, 4, 2], batches.Select(batch => batch.Length));
        var first = batches[..3].SelectMany(batch => batch).ToArray();
        var second = batches[3..].SelectMany(batch => batch).ToArray();
        Assert.Equal(Enumerable.Range(0, 10), first.Order());
        Assert.Equal(Enumerable.Range(0, 10), second.Order());
        Assert.NotEqual(first, second);
    }

    [Fact]
    public void Batches_GivenNumber_GoesOnOverThePass() =>
        Assert.Equal(7, BatchPlan.Batches(10, new TrainingSettings(4, 1, 7, true), seed: 5).Count());
}
