namespace CoLearn.Rounds;

public sealed class VotingRuleTests
{
    private static readonly CollectiveRule Rule = new();

    [Theory]
    [InlineData(0.8, 0.81, VoteAnswer.Approve)]
    [InlineData(0.8, 0.79, VoteAnswer.Reject)]
    [InlineData(0.8, double.NaN, VoteAnswer.Reject)]
    [InlineData(0.8, double.PositiveInfinity, VoteAnswer.Reject)]
    [InlineData(0.8, double.NegativeInfinity, VoteAnswer.Reject)]
    [InlineData(null, 0.01, VoteAnswer.Approve)]
    [InlineData(null, double.NaN, VoteAnswer.Reject)]
    public void VotingRule_GreaterIsBetter_ApprovesOnlyFiniteGain(double? reference, double score, VoteAnswer answer)
        => Assert.Equal(answer, VotingRule.Decide(Rule, Reference(reference), new(score)));

    [Theory]
    [InlineData(0.8, 0.79, VoteAnswer.Approve)]
    [InlineData(0.8, 0.81, VoteAnswer.Reject)]
    [InlineData(0.8, double.NegativeInfinity, VoteAnswer.Reject)]
    public void VotingRule_LessIsBetter_ApprovesOnlyFiniteLoss(double? reference, double score, VoteAnswer answer)
        => Assert.Equal(answer, VotingRule.Decide(Rule with { Minimise = true }, Reference(reference), new(score)));

    [Theory]
    [InlineData(Ties.ByLoss, 0.30, 0.29, VoteAnswer.Approve)]
    [InlineData(Ties.ByLoss, 0.30, 0.30, VoteAnswer.Reject)]
    [InlineData(Ties.ByLoss, 0.30, 0.31, VoteAnswer.Reject)]
    [InlineData(Ties.ByLoss, 0.30, double.NaN, VoteAnswer.Reject)]
    [InlineData(Ties.ByLoss, double.NaN, 0.31, VoteAnswer.Approve)]
    [InlineData(Ties.Reject, 0.30, 0.29, VoteAnswer.Reject)]
    [InlineData(Ties.Reject, 0.30, 0.30, VoteAnswer.Reject)]
    [InlineData(Ties.Approve, 0.30, 0.31, VoteAnswer.Approve)]
    public void VotingRule_EqualScores_GoesByTheTieRule(Ties ties, double oldLoss, double newLoss, VoteAnswer answer)
        => Assert.Equal(answer, VotingRule.Decide(Rule with { Ties = ties }, Reference(0.8, oldLoss), new(0.8, newLoss)));

    [Theory]
    [InlineData(0.75, VoteAnswer.Reject)]
    [InlineData(0.76, VoteAnswer.Approve)]
    [InlineData(0.5, VoteAnswer.Reject)]
    public void VotingRule_MinGain_MustBeExceeded(double score, VoteAnswer answer)
        => Assert.Equal(answer, VotingRule.Decide(Rule with { MinGain = 0.25, Ties = Ties.Approve }, Reference(0.5), new(score)));

    private static Reference? Reference(double? score, double? loss = null) => score is null ? null : new("w", "v", "accuracy", score, loss);
}
