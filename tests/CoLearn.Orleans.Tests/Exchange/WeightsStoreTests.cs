using Microsoft.Extensions.Logging.Abstractions;

namespace CoLearn.Exchange;

/// <summary>What learners rely on, wherever the weights are.</summary>
public sealed class WeightsStoreTests : IDisposable
{
    private const string Memory = "memory";
    private const string Files = "files";

    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("colearn-weights-");

    [Theory, InlineData(Memory), InlineData(Files)]
    public async Task Weights_ThatWerePut_AreFoundByHash(string kind)
    {
        var store = Store(kind);
        foreach (var weights in new[] { Blob(1), new Weights(Weights.SafeTensors, new byte[] { 1, 2, 3 }), new Weights("empty", default) })
        {
            await store.PutAsync(new("c", 1), weights);
            var found = (await store.GetAsync(weights.Hash))!;
            Assert.Equal((weights.Format, weights.Hash), (found.Format, found.Hash));
            Assert.True(weights.Bytes.Span.SequenceEqual(found.Bytes.Span));
        }

        Assert.Null(await store.GetAsync(Blob(2).Hash));
    }

    [Theory, InlineData(Memory), InlineData(Files)]
    public async Task Get_OfWhatIsNoHash_FindsNothing(string kind)
    {
        var store = Store(kind);
        await store.PutAsync(new("c", 1), Blob(1));
        foreach (var hash in new[] { "", "..", "../../etc/passwd", Blob(1).Hash.ToUpperInvariant(), Blob(1).Hash + "0", Blob(1).Hash[..63] + "/" })
            Assert.Null(await store.GetAsync(hash));
    }

    [Theory, InlineData(Memory), InlineData(Files)]
    public async Task Settle_OfARejection_LetsAllOfTheRoundGo(string kind)
    {
        var store = Store(kind);
        await store.PutAsync(new("c", 1), Blob(1));
        await store.PutAsync(new("c", 1), Blob(2));

        await store.SettleAsync(new("c", 1), null);
        Assert.Empty(await HeldAsync(store, 1, 2));
    }

    [Theory, InlineData(Memory), InlineData(Files)]
    public async Task Settle_OfAnAccept_KeepsTheAcceptedAlone(string kind)
    {
        var store = Store(kind);
        foreach (var content in new[] { 1, 2, 3 })
            await store.PutAsync(new("c", 1), Blob(content));

        for (var learner = 0; learner < 3; learner++)
            await store.SettleAsync(new("c", 1), Blob(2).Hash);
        Assert.Equal([2], await HeldAsync(store, 1, 2, 3));
    }

    [Theory, InlineData(Memory), InlineData(Files)]
    public async Task Settle_OfWhatIsNoHash_KeepsNothingOfTheRound(string kind)
    {
        var store = Store(kind);
        await store.PutAsync(new("c", 1), Blob(1));
        await store.SettleAsync(new("c", 1), "../../forged");
        Assert.Empty(await HeldAsync(store, 1));
    }

    [Theory, InlineData(Memory), InlineData(Files)]
    public async Task Settle_OfALaterRound_LetsLateProposalsGoButNotEarlierAcceptsOrLaterProposals(string kind)
    {
        var store = Store(kind);
        await store.PutAsync(new("c", 1), Blob(1));
        await store.SettleAsync(new("c", 1), Blob(1).Hash);
        await store.PutAsync(new("c", 2), Blob(2));
        await store.SettleAsync(new("c", 2), null);
        await store.PutAsync(new("c", 2), Blob(22));
        await store.PutAsync(new("c", 4), Blob(4));
        Assert.Equal([1, 22, 4], await HeldAsync(store, 1, 2, 22, 4));

        await store.SettleAsync(new("c", 3), null);
        Assert.Equal([1, 4], await HeldAsync(store, 1, 2, 22, 4));
    }

    [Theory, InlineData(Memory), InlineData(Files)]
    public async Task Settle_AgainAndOutOfOrder_ChangesNothing(string kind)
    {
        var store = Store(kind);
        for (var round = 0; round < 12; round++)
        {
            await store.PutAsync(new("c", round), Blob(round));
            await store.SettleAsync(new("c", round), Blob(round).Hash);
        }

        int[] all = [.. Enumerable.Range(0, 12)];
        Assert.Equal(all[2..], await HeldAsync(store, all));
        foreach (var round in new[] { 11, 0, 5, 1, 10, 0 })
            await store.SettleAsync(new("c", round), Blob(round).Hash);
        Assert.Equal(all[2..], await HeldAsync(store, all));
    }

    [Theory, InlineData(Memory), InlineData(Files)]
    public async Task Settle_ManyAcceptsAndRejections_KeepsAsManyAcceptsAsIsSet(string kind)
    {
        var store = Store(kind, keptAccepts: 3);
        for (var round = 0; round < 12; round++)
        {
            await store.PutAsync(new("c", round), Blob(round));
            await store.SettleAsync(new("c", round), round % 2 == 0 ? Blob(round).Hash : null);
        }

        Assert.Equal([6, 8, 10], await HeldAsync(store, [.. Enumerable.Range(0, 12)]));
    }

    [Theory, InlineData(Memory), InlineData(Files)]
    public async Task Weights_ThatAnotherRoundOrCollectiveHolds_Stay(string kind)
    {
        var store = Store(kind, keptAccepts: 1);
        await store.PutAsync(new("c", 1), Blob(1));
        await store.PutAsync(new("d", 7), Blob(1));
        await store.PutAsync(new("c", 3), Blob(1));

        await store.SettleAsync(new("c", 1), null);
        Assert.Equal([1], await HeldAsync(store, 1));
        await store.SettleAsync(new("c", 3), null);
        Assert.Equal([1], await HeldAsync(store, 1));
        await store.SettleAsync(new("d", 7), Blob(1).Hash);
        Assert.Equal([1], await HeldAsync(store, 1));
        await store.SettleAsync(new("d", 8), Blob(8).Hash);
        Assert.Empty(await HeldAsync(store, 1));
    }

    [Theory, InlineData(Memory), InlineData(Files)]
    public async Task Weights_FetchedAfterTheirRoundWasSettled_StayWhileTheyAreAccepted(string kind)
    {
        var store = Store(kind, keptAccepts: 1);
        await store.SettleAsync(new("c", 1), Blob(1).Hash);
        await store.PutAsync(new("c", 1), Blob(1));
        await store.SettleAsync(new("c", 2), null);
        Assert.Equal([1], await HeldAsync(store, 1));

        await store.SettleAsync(new("c", 3), Blob(3).Hash);
        Assert.Empty(await HeldAsync(store, 1));
    }

    [Theory, InlineData(Memory), InlineData(Files)]
    public async Task Weights_OfManyLearnersAtOnce_AreOneCopy(string kind)
    {
        var store = Store(kind);
        await store.PutAsync(new("c", 1), new("test", new byte[100_000]));
        store = kind == Files ? Store(kind) : store;
        var hash = new Weights("test", new byte[100_000]).Hash;

        var copies = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => store.GetAsync(hash).AsTask())));
        Assert.NotNull(Assert.Single(copies.Distinct()));
    }

    public void Dispose() => directory.Delete(recursive: true);

    private static Weights Blob(int content) => new("test", new[] { (byte)content });

    private static async Task<IReadOnlyList<int>> HeldAsync(IWeightsStore store, params int[] contents)
    {
        var held = new List<int>();
        foreach (var content in contents)
        {
            if (await store.GetAsync(Blob(content).Hash) is not null)
                held.Add(content);
        }

        return held;
    }

    private IWeightsStore Store(string kind, int keptAccepts = WeightsOptions.DefaultKeptAccepts)
    {
        var options = new WeightsOptions { KeptAccepts = keptAccepts };
        if (kind == Memory)
            return new MemoryWeightsStore(options);
        var store = new FileWeightsStore(directory.FullName, options, NullLogger.Instance);
        store.Open();
        return store;
    }
}
