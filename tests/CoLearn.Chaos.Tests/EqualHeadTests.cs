using CoLearn.Storage;

namespace CoLearn.Benchmarks.Chaos;

/// <summary>Where the learners are makes no difference to what is decided.</summary>
public sealed class EqualHeadTests
{
    private const int Rounds = 6;

    private static readonly CollectiveSettings Five = new("stripes", ["ann", "bob", "cy", "dee", "eve"]) { Seed = 7, StopAfter = 0 };

    [RedisFact]
    public async Task Collective_OfThreeProcesses_HasTheHeadThatItHasInOne()
    {
        await using var whole = new SplitCollective(["ann", "bob", "cy", "dee", "eve"]);
        await using var split = new SplitCollective(["ann", "dee"], ["bob", "eve"], ["cy"]);

        var one = await whole.RunAsync(Five, Rounds);
        var three = await split.RunAsync(Five, Rounds);

        Assert.Equal(one.Select(record => record.Hash), three.Select(record => record.Hash));
        Assert.Equal(Rounds + 1, one.Select(record => record.Facts.ProposalHash).Distinct().Count());
        Assert.Contains(one.Skip(1), record => record.Outcome == Outcome.Accepted);
        Assert.All(three, record => Assert.All(record.Facts.Votes, vote => Assert.NotEqual(VoteAnswer.Abstain, vote.Answer)));
        // The weights did go from one to the other.
        Assert.All(split.Silos, silo => Assert.Contains(three.Last(record => record.ChangesWeights).Facts.ProposalHash, split.WeightsOf(silo)));
    }
}
