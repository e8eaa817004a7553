namespace CoLearn.Rounds;

public sealed class TallyTests
{
    [Theory]
    [InlineData(26, 0.28, 7)]
    [InlineData(101, 0.55, 55)]
    [InlineData(4, 2.0 / 3, 2)]
    [InlineData(5, 0.5, 2)]
    [InlineData(5, 1.0, 4)]
    [InlineData(2, 1e-9, 1)]
    public void Tally_ThresholdThatBinaryNumbersMiss_NeedsExactlySoMany(int learners, double threshold, int needed)
    {
        var electors = learners - 1;

        Assert.Equal(needed, Tally.Needed(electors, threshold));
        Assert.True(Tally.Passes(needed, electors, threshold));
        Assert.False(Tally.Passes(needed - 1, electors, threshold));
    }

    [Fact]
    public void Tally_TieAtTheThreshold_Passes() => Assert.True(Tally.Passes(2, 4, 0.5));

    [Fact]
    public void Tally_OneLearnerAlone_Passes() => Assert.True(Tally.Passes(0, 0, 1.0));
}
