namespace CoLearn.Rounds;

public sealed class ProposerChoiceTests
{
    private static readonly string[] Learners = ["ann", "bob", "cy"];

    [Fact]
    public void RoundRobin_SevenRounds_GoesAround()
        => Assert.Equal(["ann", "bob", "cy", "ann", "bob", "cy", "ann"], Turns(new RoundRobin(), 7, seed: 1));

    [Fact]
    public void SeededRandom_EqualSeeds_ChoosesAlikeAndReachesEverybody()
    {
        var turns = Turns(new SeededRandom(), 60, seed: 1);

        Assert.Equal(turns, Turns(new SeededRandom(), 60, seed: 1));
        Assert.NotEqual(turns, Turns(new SeededRandom(), 60, seed: 2));
        Assert.Equal(Learners, turns.Distinct().Order());
    }

    private static string[] Turns(IProposerChoice choice, int rounds, long seed)
        => [.. Enumerable.Range(1, rounds).Select(round => choice.Choose(new(round, Learners, seed)))];
}
