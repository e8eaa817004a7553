using System.Security.Cryptography;

namespace CoLearn.Exchange;

public sealed class PulledWeightsStoreTests
{
    private static readonly Weights Blob = new(Weights.SafeTensors, RandomNumberGenerator.GetBytes(100_000));

    private readonly MemoryWeightsStore here = new();

    [Fact]
    public async Task Get_ByManyLearnersAtOnce_FetchesOnceAndKeepsOneCopy()
    {
        await using var server = await SourceServer.HonestAsync(Blob);
        using var pull = Pulls.From(server);
        IWeightsStore store = new PulledWeightsStore(here, pull, new());

        var copies = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => store.GetAsync(Need(1)).AsTask()));
        Assert.NotNull(Assert.Single(copies.Distinct()));
        Assert.Same(copies[0], await here.GetAsync(Blob.Hash));
        Assert.Equal(1, server.Gets);
    }

    [Fact]
    public async Task Get_OfWhatIsHere_AsksNobody()
    {
        await here.PutAsync(new("c", 1), Blob);
        await using var server = await SourceServer.HonestAsync(Blob);
        using var pull = Pulls.From(server);
        IWeightsStore store = new PulledWeightsStore(here, pull, new());

        Assert.Same(Blob, await store.GetAsync(Need(1)));
        Assert.Same(Blob, await store.GetAsync(Blob.Hash));
        Assert.Empty(server.Asked);
    }

    [Fact]
    public async Task Get_ForARound_IsKeptUntilThatIsSettled()
    {
        await using var server = await SourceServer.HonestAsync(Blob);
        using var pull = Pulls.From(server);
        IWeightsStore store = new PulledWeightsStore(here, pull, new());

        await store.GetAsync(Need(2));
        await store.SettleAsync(new("c", 1), null);
        Assert.NotNull(await here.GetAsync(Blob.Hash));
        await store.SettleAsync(new("c", 2), null);
        Assert.Null(await here.GetAsync(Blob.Hash));
    }

    [Fact]
    public async Task Get_OfAcceptedWeights_StaysThroughRejections()
    {
        await using var server = await SourceServer.HonestAsync(Blob);
        using var pull = Pulls.From(server);
        IWeightsStore store = new PulledWeightsStore(here, pull, new());

        await store.GetAsync(Need(2) with { Accepted = true });
        for (var round = 3; round < 20; round++)
            await store.SettleAsync(new("c", round), null);
        Assert.NotNull(await here.GetAsync(Blob.Hash));
    }

    [Fact]
    public async Task Get_ForAClient_FetchesOnceAndHoldsNothing()
    {
        await using var server = await SourceServer.HonestAsync(Blob);
        using var pull = Pulls.From(server);
        IWeightsStore store = new PulledWeightsStore(here, pull, new());

        for (var page = 0; page < 3; page++)
            Assert.NotNull(await store.GetAsync(Blob.Hash));
        Assert.Equal(1, server.Gets);
        Assert.Null(await here.GetAsync(Blob.Hash));
    }

    [Fact]
    public async Task Get_OfWhatIsNoHash_AsksNobody()
    {
        await using var server = await SourceServer.HonestAsync(Blob);
        using var pull = Pulls.From(server);
        IWeightsStore store = new PulledWeightsStore(here, pull, new());

        foreach (var hash in new[] { "", "../../etc/passwd", Blob.Hash.ToUpperInvariant(), Blob.Hash + "?" })
        {
            Assert.Null(await store.GetAsync(hash));
            Assert.Null(await store.GetAsync(Need(1) with { Hash = hash }));
        }

        Assert.Empty(server.Asked);
    }

    [Fact]
    public async Task Get_WhereItCannotBeKept_IsUsedFromMemory()
    {
        await using var server = await SourceServer.HonestAsync(Blob);
        using var pull = Pulls.From(server);
        var gone = new FileWeightsStore(Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N")), new(), Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance);
        IWeightsStore store = new PulledWeightsStore(gone, pull, new());

        Assert.NotNull(await store.GetAsync(Need(1)));
        Assert.NotNull(await store.GetAsync(Need(1)));
        Assert.Equal(1, server.Gets);
    }

    private static WeightsNeed Need(int round) => new(new("c", round), Blob.Hash, 1_000_000);
}
