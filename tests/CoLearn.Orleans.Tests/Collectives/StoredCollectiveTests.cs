using CoLearn.Learners;
using CoLearn.Toy;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Orleans.Configuration;

namespace CoLearn.Collectives;

public sealed class StoredCollectiveTests
{
    [Fact]
    public async Task State_OfACollective_IsReadAgainAsItWasStored()
    {
        await using var local = await LocalCollective.StartAsync<CompassModel>(Compasses.Options(1));
        var store = local.Services.GetRequiredService<IOptionsMonitor<MemoryGrainStorageOptions>>().Get("colearn").GrainStorageSerializer;
        var state = new CollectiveState()
            .Create(new CollectiveSettings("compass", ["ann"]), problem: null)
            .Join(new JoinReport("ann", null, new string('c', 64), new CollectiveRule(), new DataSummary(1, 1, null, "hash", ["few"]), "compass-v1", 100, [new("Pace", "0.5")]));

        var stored = store.Deserialize<CollectiveState>(store.Serialize(state))!;

        Assert.Equal(["ann"], stored.Settings!.Learners);
        Assert.Equal(["few"], stored.Joined["ann"].Data!.Warnings);
        Assert.Equal([new LearnerSetting("Pace", "0.5")], stored.Joined["ann"].Settings);
        Assert.Equal(state.Phase, stored.Phase);
    }
}
