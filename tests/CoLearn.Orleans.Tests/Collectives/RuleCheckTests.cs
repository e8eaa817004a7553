namespace CoLearn.Collectives;

public sealed class RuleCheckTests
{
    private static readonly string[] Choices = ["round-robin", "seeded-random"];

    [Fact]
    public void RuleCheck_DefaultRule_HasNoProblem()
        => Assert.Null(RuleCheck.Problem(new("m", ["ann"]) { Rule = new() }, Choices));

    [Theory]
    [InlineData(0)]
    [InlineData(-0.1)]
    [InlineData(1.01)]
    [InlineData(double.NaN)]
    [InlineData(1e-300)]
    public void RuleCheck_ThresholdOutOfRange_SaysSo(double threshold)
        => Assert.Contains("the vote threshold is", RuleCheck.Problem(new("m", ["ann"]) { Rule = new() { Threshold = threshold } }, Choices));

    [Fact]
    public void RuleCheck_SeveralMistakes_ListsAllAtOnce()
    {
        var rule = new CollectiveRule
        {
            Threshold = 3,
            MinGain = -1,
            VoteExamples = -1,
            Ties = (Ties)9,
            Criterion = " ",
            Strategy = "chaos",
            ProposerChoice = "dice",
            VoteWithin = TimeSpan.Zero,
            Grace = TimeSpan.FromDays(60),
            Quorum = 1.5,
            Contributors = -1,
            MaxNorm = double.NaN,
            Abstain = (Abstain)9,
        };
        var problem = RuleCheck.Problem(new("m", ["ann", "ann", "no/name"]) { Rule = rule, StopAfter = -1, StopAtScore = double.NaN }, Choices)!;

        Assert.All(
            ["threshold", "MinGain", "VoteExamples", "Ties", "criterion", "'chaos'", "'dice'", "'ann' is named 2 times", "'no/name'",
            "VoteWithin", "Grace is 60", "quorum", "Contributors", "MaxNorm", "Abstain", "StopAfter", "StopAtScore"],
            mistake => Assert.Contains(mistake, problem));
    }
}
