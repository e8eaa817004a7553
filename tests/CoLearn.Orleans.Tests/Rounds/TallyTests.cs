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

        Assert.Equal(needed, Tally.Least(electors, threshold));
        Assert.True(Of(needed, electors, threshold).Passes);
        Assert.False(Of(needed - 1, electors, threshold).Passes);
    }

    [Fact]
    public void Tally_TieAtTheThreshold_Passes() => Assert.True(Of(2, 4, 0.5).Passes);

    [Fact]
    public void Tally_OneLearnerAlone_Passes() => Assert.True(Of(0, 0, 1.0).Passes);

    [Theory]
    [InlineData(Abstain.Counted, 1, 1, 3, false)]
    [InlineData(Abstain.Excluded, 1, 1, 3, true)]
    [InlineData(Abstain.Excluded, 1, 2, 2, false)]
    public void Tally_Abstentions_CountOrDoNot(Abstain abstain, int approvals, int rejections, int abstentions, bool passes)
        => Assert.Equal(passes, new Tally(new() { Abstain = abstain }, Votes(approvals, rejections, abstentions)).Passes);

    [Theory]
    [InlineData(Abstain.Counted, 0, 0, 0, true)]
    [InlineData(Abstain.Counted, 0, 0, 3, true)]
    [InlineData(Abstain.Excluded, 0, 0, 3, false)]
    [InlineData(Abstain.Excluded, 0, 0, 0, true)]
    [InlineData(Abstain.Counted, 0.6, 2, 2, false)]
    [InlineData(Abstain.Counted, 0.6, 3, 2, true)]
    public void Tally_Quorum_IsAShareOfTheElectors(Abstain abstain, double quorum, int votes, int abstentions, bool has)
        => Assert.Equal(has, new Tally(new() { Abstain = abstain, Quorum = quorum }, Votes(0, votes, abstentions)).HasQuorum);

    private static Tally Of(int approvals, int electors, double threshold)
        => new(new() { Threshold = threshold }, Votes(approvals, electors - approvals, 0));

    private static Vote[] Votes(int approvals, int rejections, int abstentions) =>
    [
        new("proposer", false, VoteAnswer.None),
        .. Enumerable.Repeat(new Vote("a", true, VoteAnswer.Approve), approvals),
        .. Enumerable.Repeat(new Vote("b", true, VoteAnswer.Reject), rejections),
        .. Enumerable.Repeat(new Vote("c", true, VoteAnswer.Abstain), abstentions),
    ];
}
