namespace CoLearn.Examples.Mnist;

public sealed class RoundTableTests
{
    [Fact]
    public async Task PlainRounds_FiveLearners_AreAlignedLines()
    {
        var lines = await LinesAsync(learners: 5, width: 160, HandMade.Turn(5, 0), HandMade.Turn(5, 1), HandMade.Turn(5, 2));

        Assert.Equal(
            """
            ✓ approves  ✗ rejects  ? abstains  ▸ proposes;  scores are each learner's own, of that round's proposal.
            round  proposer         1       2       3       4       5   test  outcome        seconds
                0               0.100   0.111   0.109   0.107   0.105  0.101  initial            3.8
                1  learner-1  ▸ 0.901 ✓ 0.899 ✓ 0.897 ✗ 0.895 ✓ 0.893  0.892  accepted 3/4       3.8
                2  learner-2  ✗ 0.929 ▸ 0.927 ✗ 0.925 ✓ 0.923 ✗ 0.921  0.920  rejected 1/4       3.8

            """.ReplaceLineEndings("\n"),
            lines);
    }

    [Fact]
    public async Task PlainRounds_MoreLearnersThanFit_AreMarksAlone()
    {
        var lines = await LinesAsync(learners: 12, width: 80, HandMade.Turn(12, 0), HandMade.Turn(12, 1));

        Assert.Equal(
            """
            round  proposer                   test  outcome        seconds
                0              ············  0.101  initial            3.8
                1  learner-1   ▸✓✓✗✓✓✓✗✓✓✓✗  0.892  accepted 8/11      3.8
            """.ReplaceLineEndings("\n"),
            string.Join('\n', lines.TrimEnd().Split('\n').Skip(1)));
    }

    [Fact]
    public async Task PlainRounds_FailureAndAbstention_SayWhy()
    {
        var failed = HandMade.Record(1, Outcome.Failed, ["learner-1"], [], "The training of 'learner-1' ended with an error.");
        var abstained = HandMade.Record(
            2,
            Outcome.Rejected,
            ["learner-2"],
            [new("learner-1", true, VoteAnswer.Abstain, Reason: "It was late."), new("learner-2", false, VoteAnswer.None, 12.345, 0.1, 4567.8)]);

        var lines = await LinesAsync(learners: 2, width: 160, failed, abstained);

        Assert.Equal(
            """
            round  proposer         1       2   test  outcome        seconds
                1  learner-1  ▸     -       -      -  failed             3.8
                   The training of 'learner-1' ended with an error.
                2  learner-2  ?     - ▸ 12.34   4567  rejected 0/1       3.8
                   learner-1: It was late.
            """.ReplaceLineEndings("\n"),
            string.Join('\n', lines.TrimEnd().Split('\n').Skip(1)));
    }

    [Fact]
    public async Task PlainRounds_OfAverages_ShowWhoTrainedBesideTheVotes()
    {
        var lines = await LinesAsync(3, 160, average: true, HandMade.Average(3, 0), HandMade.Average(3, 1), HandMade.Average(3, 2, leftOut: "learner-2"));

        Assert.Equal(
            """
            ✓ approves  ✗ rejects  ? abstains  ▸ trained for the mean;  scores are each learner's own, of that round's proposal.
            round  proposers         1        2        3   test  outcome        seconds
                0                0.100    0.111    0.109  0.102  initial            3.8
                1  all 3      ▸✓ 0.901 ▸✓ 0.899 ▸✓ 0.897  0.894  accepted 3/3       3.8
                2  2 of 3     ▸✗ 0.929  ✓ 0.927 ▸✗ 0.925  0.922  rejected 1/3       3.8
                   learner-2 is not in the mean: It was late.

            """.ReplaceLineEndings("\n"),
            lines);
    }

    [Fact]
    public async Task PlainRounds_AveragesOfMoreLearnersThanFit_AreMarksAlone()
    {
        var some = HandMade.Average(12, 1);
        var lines = await LinesAsync(12, 80, average: true, HandMade.Average(12, 0), some, HandMade.Record(2, Outcome.Rejected, ["learner-3"], some.Facts.Votes));

        Assert.Equal(
            """
            round  proposers                              test  outcome        seconds
                0               · · · · · · · · · · · ·  0.101  initial            3.8
                1  all 12      ▸✓▸✓▸✓▸✗▸✓▸✓▸✓▸✗▸✓▸✓▸✓▸✗  0.892  accepted 9/12      3.8
                2  learner-3    ✓ ✓▸✓ ✗ ✓ ✓ ✓ ✗ ✓ ✓ ✓ ✗  0.892  rejected 9/12      3.8
            """.ReplaceLineEndings("\n"),
            string.Join('\n', lines.TrimEnd().Split('\n').Skip(1)));
    }

    [Fact]
    public async Task PlainRounds_AverageThatFailed_SaysWhyOnce()
    {
        var failed = HandMade.Record(
            1,
            Outcome.Failed,
            ["learner-1", "learner-2"],
            [],
            "Both were late.",
            [new("learner-1", null, 0, RoundFailure.ProposerLate, "It was late."), new("learner-2", null, 0, RoundFailure.ProposerLate, "It was late.")]);

        var lines = await LinesAsync(2, 160, average: true, failed);

        Assert.Equal(
            """
            round  proposers         1        2   test  outcome        seconds
                1  all 2      ▸      - ▸      -      -  failed             3.8
                   Both were late.
            """.ReplaceLineEndings("\n"),
            string.Join('\n', lines.TrimEnd().Split('\n').Skip(1)));
    }

    [Fact]
    public async Task PlainRounds_Always_HaveNoControlCharacters()
    {
        var lines = await LinesAsync(learners: 3, width: 160, HandMade.Turn(3, 0), HandMade.Turn(3, 1), HandMade.Turn(3, 2));

        Assert.DoesNotContain(lines, character => char.IsControl(character) && character != '\n');
    }

    internal static async IAsyncEnumerable<RoundRecord> Each(IEnumerable<RoundRecord> rounds)
    {
        foreach (var round in rounds)
        {
            await Task.Yield();
            yield return round;
        }
    }

    private static Task<string> LinesAsync(int learners, int width, params RoundRecord[] rounds) => LinesAsync(learners, width, average: false, rounds);

    private static async Task<string> LinesAsync(int learners, int width, bool average, params RoundRecord[] rounds)
    {
        using var output = new StringWriter();
        await new PlainRounds(output).FollowAsync(new RoundTable([.. HandMade.Names(learners)], width, average), Each(rounds), rounds.Length - 1);
        return output.ToString().ReplaceLineEndings("\n");
    }
}
