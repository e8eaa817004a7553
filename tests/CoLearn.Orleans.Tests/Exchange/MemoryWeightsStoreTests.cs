namespace CoLearn.Exchange;

public sealed class MemoryWeightsStoreTests
{
    private readonly MemoryWeightsStore store = new();

    [Fact]
    public async Task MemoryWeightsStore_RejectedWeights_AreLetGo()
    {
        var weights = Blob(1);
        await store.PutAsync(new("c", 1), weights);
        Assert.Same(weights, await store.GetAsync(weights.Hash));

        await store.SettleAsync(new("c", 1), accepted: false);
        Assert.Null(await store.GetAsync(weights.Hash));
    }

    [Fact]
    public async Task MemoryWeightsStore_WeightsThatAnotherRoundHolds_Stay()
    {
        await store.PutAsync(new("c", 1), Blob(1));
        await store.PutAsync(new("d", 7), Blob(1));

        await store.SettleAsync(new("c", 1), accepted: false);
        Assert.NotNull(await store.GetAsync(Blob(1).Hash));
        await store.SettleAsync(new("d", 7), accepted: false);
        Assert.Null(await store.GetAsync(Blob(1).Hash));
    }

    [Fact]
    public async Task MemoryWeightsStore_ManyAccepts_KeepsTheLastTen()
    {
        for (var round = 0; round < 15; round++)
        {
            await store.PutAsync(new("c", round), Blob(round));
            await store.SettleAsync(new("c", round), accepted: true);
            await store.SettleAsync(new("c", round), accepted: true);
        }

        for (var round = 0; round < 15; round++)
            Assert.Equal(round >= 5, await store.GetAsync(Blob(round).Hash) is not null);
    }

    private static Weights Blob(int content) => new("test", new[] { (byte)content });
}
