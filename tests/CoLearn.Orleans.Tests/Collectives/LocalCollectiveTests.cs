using CoLearn.Toy;

namespace CoLearn.Collectives;

public sealed class LocalCollectiveTests
{
    [Fact]
    public async Task LocalCollective_LearnersAgree_AcceptsEveryProposal()
    {
        await using var local = await LocalCollective.StartAsync<CompassModel>(Compasses.Options(3));
        var records = await local.RunAsync(4).ToListAsync();

        Assert.Equal([1, 2, 3, 4], records.Select(record => record.Index));
        Assert.All(records, record => Assert.Equal(Outcome.Accepted, record.Outcome));
        Assert.Equal(["learner-1", "learner-2", "learner-3", "learner-1"], records.Select(record => record.Facts.Proposers.Single()));
        Assert.Equal(7.5, CompassModel.PlaceOf(await local.Collective.WeightsAsync()));
    }
}
