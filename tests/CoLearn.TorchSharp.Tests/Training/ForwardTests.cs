namespace CoLearn.Training;

public sealed class ForwardTests
{
    [Theory]
    [InlineData(0, 64)]
    [InlineData(1, 64)]
    [InlineData(600, 182)]
    [InlineData(183, 182)]
    [InlineData(5, 1)]
    public void Cut_AnySet_CoversItInEvenBatches(int examples, int batchSize)
    {
        var batches = Forward.Cut(examples, batchSize).ToArray();

        Assert.Equal(Enumerable.Range(0, examples), batches.SelectMany(batch => Enumerable.Range(batch.Start, batch.Count)));
        Assert.Equal((examples + batchSize - 1) / batchSize, batches.Length);
        Assert.All(batches, batch => Assert.InRange(batch.Count, 1, batchSize));
        Assert.InRange(batches.Select(batch => batch.Count).DefaultIfEmpty().Max() - batches.Select(batch => batch.Count).DefaultIfEmpty().Min(), 0, 1);
    }

    [Fact]
    public void BatchSize_WideLayers_IsSmaller()
    {
        // 8 MiB hold 167 outputs of 64 channels of 14 by 14 numbers of four bytes.
        Assert.Equal(167, Forward.BatchSize([new("conv1", "Conv2d", [64, 14, 14], 0), new("fc1", "Linear", [10], 0)]));
        Assert.Equal(167, Forward.BatchSize([new("residual1", "Residual", [1, 14, 14], 0) { Layers = [new("residual1.conv1", "Conv2d", [64, 14, 14], 0)] }]));
        Assert.Equal(16, Forward.BatchSize([new("conv1", "Conv2d", [64, 512, 512], 0)]));
        Assert.Equal(1024, Forward.BatchSize([new("fc1", "Linear", [10], 0)]));
        Assert.Equal(64, Forward.BatchSize([]));
        Assert.Equal(64, Forward.BatchSize([new("own", "Own", [], 0)]));
    }
}
