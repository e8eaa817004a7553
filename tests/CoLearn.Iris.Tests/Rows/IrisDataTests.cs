namespace CoLearn.Examples.Iris.Rows;

public sealed class IrisDataTests
{
    [Fact]
    public void IrisFile_ThatTravelsWithTheExample_HasFiftyFlowersOfEachSpecies()
    {
        Assert.Equal([50, 50, 50], Flowers.All.CountBy(row => row.Species).OrderBy(group => group.Key).Select(group => group.Value));
        Assert.Equal([5.1f, 3.5f, 1.4f, 0.2f], Flowers.All[0].Features);
    }

    [Theory]
    [InlineData("5.1,3.5,1.4,0.2")]
    [InlineData("5.1,3.5,1.4,0.2,3")]
    [InlineData("5.1,3.5,1.4,0.2,-1")]
    [InlineData("5.1,3.5,NaN,0.2,1")]
    [InlineData("5.1,3.5,wide,0.2,1")]
    [InlineData("")]
    public void IrisFile_LineThatIsNoIris_IsNamed(string line)
    {
        var error = Assert.Throws<LearnerDataException>(() => IrisFile.Parse("my.csv", ["heading", "5.1,3.5,1.4,0.2,0", line]));
        Assert.Equal("Line 3 of 'my.csv' is no iris: it needs 4 lengths in cm and a species, 0 to 2.", error.Message);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(37)]
    public async Task IrisData_DealtToLearners_LeavesNoFlowerAndGivesNoneTwice(int learners)
    {
        var dealt = new List<IrisRow>();
        for (var index = 0; index < learners; index++)
        {
            var rows = await Flowers.Load(Flowers.Learner with { Learner = $"learner-{index}" }, Shard(learners, index));
            Assert.True(rows.Vote.Count >= 1 && rows.Test.Count == rows.Vote.Count && rows.Train.Count >= 2 * rows.Vote.Count);
            dealt.AddRange([.. rows.Train, .. rows.Vote, .. rows.Test]);
        }

        // Some flowers measure alike, so they are counted.
        Assert.Equal(Counted(Flowers.All), Counted(dealt));

        static IEnumerable<string> Counted(IEnumerable<IrisRow> rows) => rows.Select(row => $"{string.Join(' ', row.Features)} {row.Species}").Order();
    }

    [Fact]
    public async Task IrisData_AnotherSeed_DealsOtherwise()
    {
        var again = await Flowers.Load(Flowers.Learner, Flowers.Settings());
        var other = await Flowers.Load(Flowers.Learner with { CollectiveSeed = 2 }, Flowers.Settings());

        Assert.Equal(Flowers.Rows.Summary("ann").VoteSetHash, again.Summary("ann").VoteSetHash);
        Assert.NotEqual(Flowers.Rows.Summary("ann").VoteSetHash, other.Summary("ann").VoteSetHash);
    }

    [Fact]
    public async Task IrisData_FewToVoteWith_WarnsTheOwner()
    {
        var rows = await Flowers.Load(Flowers.Learner, Shard(3, 0));
        Assert.Equal(["The vote set of learner 'ann' has only 12 examples; with fewer than 50, votes depend much on chance."], rows.Summary("ann").Warnings);
    }

    [Fact]
    public async Task IrisData_RuleThatCutsTheVoteSet_IsKeptOrRefused()
    {
        Assert.Equal(10, (await Flowers.Load(Flowers.Learner with { VoteExamples = 10 }, Flowers.Settings())).Vote.Count);
        var error = await Assert.ThrowsAsync<LearnerDataException>(() => Flowers.Load(Flowers.Learner with { VoteExamples = 38 }, Flowers.Settings()));
        Assert.Equal("The vote set of learner 'ann' has 37 examples, but the rule asks for 38.", error.Message);
    }

    [Fact]
    public async Task IrisData_ThatCannotBeUsed_SaysWhatWouldWork()
    {
        var missing = await Assert.ThrowsAsync<LearnerDataException>(() => Flowers.Load(Flowers.Learner, Flowers.Settings(("Path", "nowhere/iris.csv"))));
        Assert.Equal("The file of irises 'nowhere/iris.csv' cannot be read; name one by the setting 'Path'.", missing.Message);
        var few = await Assert.ThrowsAsync<LearnerDataException>(() => Flowers.Load(Flowers.Learner, Shard(50, 49)));
        Assert.Equal("The share of learner 'ann' is 3 of 150 irises, but it needs 4 or more; let fewer learners share them.", few.Message);
    }

    private static Microsoft.Extensions.Configuration.IConfiguration Shard(int count, int index)
        => Flowers.Settings(("Shard:Count", $"{count}"), ("Shard:Index", $"{index}"));
}
