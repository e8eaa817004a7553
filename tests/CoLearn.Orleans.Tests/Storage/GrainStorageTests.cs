using System.Diagnostics;
using CoLearn.Collectives;
using CoLearn.Learners;
using CoLearn.Rounds;
using Orleans.Storage;
using Xunit.Abstractions;

namespace CoLearn.Storage;

/// <summary>What the grains rely on, whatever keeps their state.</summary>
public sealed class GrainStorageTests(Storages storages, ITestOutputHelper output) : IClassFixture<Storages>
{
    private readonly GrainId grain = GrainId.Create("test", Guid.NewGuid().ToString("N"));

    [Theory, InlineData(Storages.Memory), InlineData(Storages.Notes), InlineData(Storages.Sqlite), RedisData]
    public async Task Read_OfAStateThatWasNeverWritten_GivesANewOne(string kind)
    {
        var read = await ReadAsync<RoundState>(await storages.GetAsync(kind));

        Assert.False(read.RecordExists);
        Assert.Null(read.ETag);
        Assert.Equal(RoundPhase.New, read.State!.Phase);
    }

    [Theory, InlineData(Storages.Memory), InlineData(Storages.Notes), InlineData(Storages.Sqlite), RedisData]
    public async Task Read_OfARound_GivesItAsItWasWritten(string kind)
    {
        var storage = await storages.GetAsync(kind);
        var script = new RoundScript("ann", ["ann", "bob", "cy"]);
        var voting = RoundScript.Play([script.Start, script.Proposal, script.Vote("ann", VoteAnswer.None), script.Vote("bob", VoteAnswer.Approve)]);
        var over = Round.Apply(voting, script.Vote("cy", VoteAnswer.Reject)).State;

        var written = await WriteAsync(storage, voting);
        var read = await ReadAsync<RoundState>(storage);
        Assert.True(written.RecordExists && read.RecordExists);
        Assert.Equal(written.ETag, read.ETag);
        await storage.WriteStateAsync("opening", grain, new GrainState<Opening>(new() { Start = voting.Start }));
        var opening = new GrainState<Opening>();
        await storage.ReadStateAsync("opening", grain, opening);
        Assert.Equivalent(voting, RoundNotes.Saved(read.State!, opening.State!, new()), strict: true);
        Assert.Equal(["ann", "bob"], read.State!.Answers.Keys);

        read.State = over;
        await storage.WriteStateAsync("round", grain, read);
        read = await ReadAsync<RoundState>(storage);
        Assert.Equivalent(over, RoundNotes.Saved(read.State!, opening.State!, new()), strict: true);
        Assert.Empty(read.State!.Answers);
        Assert.Equal(["ann", "bob", "cy"], read.State.Record!.Facts.Votes.Select(vote => vote.Learner));
        Assert.Equal(over.Record!.Hash, Ledger.RecordHash.Of(read.State.Record.Facts));
    }

    [Theory, InlineData(Storages.Memory), InlineData(Storages.Notes), InlineData(Storages.Sqlite), RedisData]
    public async Task Read_OfACollective_GivesItAsItWasWritten(string kind)
    {
        var storage = await storages.GetAsync(kind);
        var data = new DataSummary(1, 1, null, "hash", ["few"]);
        var collective = new CollectiveState()
            .Create(new CollectiveSettings("compass", ["ann"]) { Rule = new() }, problem: null)
            .Join(new JoinReport("ann", null, new string('c', 64), new CollectiveRule(), data, "compass-v1", 100, [new("Pace", "0.5")]));

        await WriteAsync(storage, collective);
        await storage.WriteStateAsync("members", grain, new GrainState<Members>(new(collective.Joined)));
        var members = new GrainState<Members>();
        await storage.ReadStateAsync("members", grain, members);
        var read = CollectiveState.Saved((await ReadAsync<CollectiveState>(storage)).State!, members.State!);

        Assert.Equivalent(collective, read, strict: true);
        Assert.Equal(["few"], read.Joined["ann"].Data!.Warnings);
        Assert.True(CollectiveState.Same(collective.Settings!, read.Settings!));
    }

    [Theory, InlineData(Storages.Memory), InlineData(Storages.Notes), InlineData(Storages.Sqlite), RedisData]
    public async Task Write_OfWhoKnowsAnOlderState_IsRefused(string kind)
    {
        var storage = await storages.GetAsync(kind);
        var first = await WriteAsync(storage, Named("one"));
        var second = new GrainState<RoundState>(Named("two"), first.ETag!);
        await storage.WriteStateAsync("round", grain, second);
        Assert.NotEqual(first.ETag, second.ETag);

        await Assert.ThrowsAsync<InconsistentStateException>(() => storage.WriteStateAsync("round", grain, first));
        await Assert.ThrowsAsync<InconsistentStateException>(() => storage.ClearStateAsync("round", grain, first));
        await Assert.ThrowsAsync<InconsistentStateException>(() => storage.WriteStateAsync("round", grain, new GrainState<RoundState>(Named("three"))));

        Assert.Equal("two", (await ReadAsync<RoundState>(storage)).State!.Reason);
    }

    [Theory, InlineData(Storages.Memory), InlineData(Storages.Notes), InlineData(Storages.Sqlite), RedisData]
    public async Task Write_OfManyAtOnce_OneWins(string kind)
    {
        var storage = await storages.GetAsync(kind);
        var known = (await WriteAsync(storage, Named("known"))).ETag!;
        var writers = Enumerable.Range(0, 8).Select(writer => new GrainState<RoundState>(Named($"writer {writer}"), known)).ToList();

        var written = await Task.WhenAll(writers.Select(state => Task.Run(() => IsWrittenAsync(storage, state))));

        var winner = writers[Assert.Single(Enumerable.Range(0, 8), writer => written[writer])];
        var read = await ReadAsync<RoundState>(storage);
        Assert.Equal((winner.State!.Reason, winner.ETag), (read.State!.Reason, read.ETag));
    }

    [Theory, InlineData(Storages.Memory), InlineData(Storages.Notes), InlineData(Storages.Sqlite), RedisData]
    public async Task Clear_OfAState_LeavesNothingAndIsWrittenAnew(string kind)
    {
        var storage = await storages.GetAsync(kind);
        var state = await WriteAsync(storage, Named("one"));
        var stale = new GrainState<RoundState>(Named("stale"), state.ETag!);

        await storage.ClearStateAsync("round", grain, state);
        Assert.Equal((false, (string?)null), (state.RecordExists, state.State!.Reason));
        var read = await ReadAsync<RoundState>(storage);
        Assert.Equal((false, state.ETag), (read.RecordExists, read.ETag));
        await Assert.ThrowsAsync<InconsistentStateException>(() => storage.WriteStateAsync("round", grain, stale));

        state.State = Named("two");
        await storage.WriteStateAsync("round", grain, state);
        await Assert.ThrowsAsync<InconsistentStateException>(() => storage.WriteStateAsync("round", grain, stale));
        Assert.Equal("two", (await ReadAsync<RoundState>(storage)).State!.Reason);
    }

    [Theory, InlineData(Storages.Memory), InlineData(Storages.Notes), InlineData(Storages.Sqlite), RedisData]
    public async Task States_OfOtherNamesAndGrains_AreApart(string kind)
    {
        var storage = await storages.GetAsync(kind);
        await WriteAsync(storage, Named("one"));
        await storage.WriteStateAsync("other", grain, new GrainState<RoundState>(Named("two")));
        await storage.WriteStateAsync("round", GrainId.Create("test", grain.Key + "x"), new GrainState<RoundState>(Named("three")));

        Assert.Equal("one", (await ReadAsync<RoundState>(storage)).State!.Reason);
    }

    [Theory, InlineData(Storages.Memory), InlineData(Storages.Notes), InlineData(Storages.Sqlite), RedisData]
    public async Task Writes_OneAfterAnotherAndAllAtOnce_AreAllRead(string kind)
    {
        const int writes = 1000;
        var storage = await storages.GetAsync(kind);
        var state = await WriteAsync(storage, Named("-1"));

        var watch = Stopwatch.StartNew();
        for (var index = 0; index < writes; index++)
        {
            state.State = Named($"{index}");
            await storage.WriteStateAsync("round", grain, state);
        }

        var inTurn = watch.Elapsed;
        var grains = Enumerable.Range(0, writes).Select(index => GrainId.Create("many", $"{grain.Key}-{index}")).ToList();
        watch.Restart();
        await Task.WhenAll(grains.Select(one => storage.WriteStateAsync("round", one, new GrainState<RoundState>(Named(one.Key.ToString()!)))));
        output.WriteLine($"{kind}: {writes} writes one after another {inTurn.TotalMilliseconds:0} ms, all at once {watch.ElapsedMilliseconds} ms");

        Assert.Equal("999", (await ReadAsync<RoundState>(storage)).State!.Reason);
        foreach (var one in grains)
        {
            var read = new GrainState<RoundState>();
            await storage.ReadStateAsync("round", one, read);
            Assert.Equal(one.Key.ToString(), read.State!.Reason);
        }
    }

    private static RoundState Named(string proposer) => new() { Reason = proposer };

    private async Task<bool> IsWrittenAsync(IGrainStorage storage, GrainState<RoundState> state)
    {
        try
        {
            await storage.WriteStateAsync("round", grain, state);
            return true;
        }
        catch (InconsistentStateException)
        {
            return false;
        }
    }

    private async Task<GrainState<T>> WriteAsync<T>(IGrainStorage storage, T state)
    {
        var written = new GrainState<T>(state);
        await storage.WriteStateAsync("round", grain, written);
        return written;
    }

    private async Task<GrainState<T>> ReadAsync<T>(IGrainStorage storage)
    {
        var read = new GrainState<T>();
        await storage.ReadStateAsync("round", grain, read);
        return read;
    }
}
