namespace CoLearn.Examples.Mnist;

public sealed class CollectiveRunTests
{
    [Fact]
    public void Scores_AfterARejection_AreTheAcceptedWeights()
    {
        var run = HandMade.Run(2, [Round(0, Outcome.Initial, 0.1, 0.2), Round(1, Outcome.Accepted, 0.8, 0.6), Round(2, Outcome.Rejected, 0.5, 0.5)]);

        Assert.Equal(0.7, run.MeanTestScore!.Value, 12);
        Assert.Equal(1, run.Accepts);
    }

    [Fact]
    public void UnionScore_TestSetsOfUnequalSize_IsWeightedByThem()
    {
        var status = HandMade.Status(2);
        var run = new CollectiveRun(status with
        {
            Data = new Dictionary<string, DataSummary>
            {
                ["learner-1"] = status.Data["learner-1"] with { TestExamples = 300 },
                ["learner-2"] = status.Data["learner-2"] with { TestExamples = 100 },
            },
        });
        run.Add(Round(0, Outcome.Initial, 0.8, 0.4));

        Assert.Equal(0.7, run.UnionTestScore!.Value, 12);
        Assert.Equal(0.6, run.MeanTestScore!.Value, 12);
    }

    [Fact]
    public void Scores_WithoutTestSets_AreAbsent()
    {
        var run = HandMade.Run(2, [Round(0, Outcome.Initial, null, null)]);

        Assert.Null(run.MeanTestScore);
        Assert.Null(run.UnionTestScore);
    }

    private static RoundRecord Round(int index, Outcome outcome, double? first, double? second)
        => HandMade.Record(
            index,
            outcome,
            ["learner-1"],
            [new("learner-1", false, VoteAnswer.None, 0.5, 0.5, first), new("learner-2", true, VoteAnswer.Approve, 0.5, 0.5, second)]);
}
