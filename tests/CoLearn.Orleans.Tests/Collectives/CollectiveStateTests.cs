using CoLearn.Ledger;

namespace CoLearn.Collectives;

public sealed class CollectiveStateTests
{
    private static readonly CollectiveSettings Settings = new("m", ["ann", "bob"]);
    private static readonly CollectiveState Ready = new CollectiveState().Create(Settings, null).Join(Joining("ann")).Join(Joining("bob"));

    [Fact]
    public void CollectiveState_EverybodyJoined_RunsTheInitialRound()
    {
        Assert.Equal((CollectivePhase.Running, 0), (Ready.Phase, Ready.NextRound("c").Index));
        Assert.Null(Ready.NextRound("c").AcceptedHash);
    }

    [Fact]
    public void CollectiveState_OtherFingerprint_RefusesBothByName()
    {
        var state = new CollectiveState().Create(Settings, null).Join(Joining("ann")).Join(Joining("bob") with { Fingerprint = new string('b', 64) });

        Assert.Equal(CollectivePhase.Refused, state.Phase);
        Assert.Contains("'bob'", state.Problem);
        Assert.Contains("'ann'", state.Problem);
    }

    [Fact]
    public void CollectiveState_NextRound_KnowsWhatWeightsMustBe()
    {
        var start = Ready.NextRound("c");
        Assert.Equal((new string('a', 64), "format", 8), (start.Fingerprint, start.Format, start.MaxBytes));
    }

    [Fact]
    public void CollectiveState_OtherRule_RefusesBothByName()
    {
        var state = new CollectiveState().Create(Settings, null).Join(Joining("ann")).Join(Joining("bob") with { Rule = new() { Threshold = 0.9 } });

        Assert.Equal(CollectivePhase.Refused, state.Phase);
        Assert.Contains("'bob' declares another rule than learner 'ann'", state.Problem);
    }

    [Fact]
    public void CollectiveState_LearnerJoinsAgainWithOtherSettings_ShowsThemAndKeepsAllElse()
    {
        var before = Ready.Commit(Record(0, RecordHash.None, Outcome.Initial));
        var again = Joining("ann") with { Settings = [new("LearningRate", "0.1")], Rule = new() { Threshold = 0.9 }, Fingerprint = new string('b', 64) };
        var after = before.Join(again);

        Assert.Equal([new("LearningRate", "0.1")], after.Status("c").Settings["ann"]);
        Assert.Empty(after.Status("c").Settings["bob"]);
        Assert.Equal((before.Phase, before.Rule, before.Fingerprint, before.Head), (after.Phase, after.Rule, after.Fingerprint, after.Head));
        Assert.Same(after, after.Join(Joining("ann") with { Settings = [new("LearningRate", "0.1")] }));
        Assert.Same(after, after.Join(Joining("eve")));
    }

    [Fact]
    public void CollectiveState_RecordOfTheNextRound_Advances()
    {
        var state = Ready.Commit(Record(0, RecordHash.None, Outcome.Initial));

        Assert.Equal((0, CollectivePhase.Idle, "w0"), (state.Round, state.Phase, state.AcceptedHash));
        Assert.Equal(0.25, state.References["ann"].Score);
        Assert.Equal(0, state.Status("c").Accepts["ann"]);
        Assert.Equal(1, state.RunTo(3).Commit(Record(1, state.Head, Outcome.Accepted)).Status("c").Accepts["ann"]);
    }

    [Fact]
    public void CollectiveState_RecordSeenBeforeOrOfAnotherChain_ChangesNothing()
    {
        var state = Ready.Commit(Record(0, RecordHash.None, Outcome.Initial));

        Assert.Same(state, state.Commit(Record(0, RecordHash.None, Outcome.Initial)));
        Assert.Same(state, state.Commit(Record(1, RecordHash.None, Outcome.Accepted)));
        Assert.Same(state, state.Commit(Record(2, state.Head, Outcome.Accepted)));
    }

    [Fact]
    public void CollectiveState_RejectedRound_KeepsWeightsAndReferences()
    {
        var before = Ready.Commit(Record(0, RecordHash.None, Outcome.Initial)).RunTo(1);
        var after = before.Commit(Record(1, before.Head, Outcome.Rejected));

        Assert.Equal(("w0", 1), (after.AcceptedHash, after.Round));
        Assert.Equal(before.References, after.References);
    }

    [Fact]
    public void CollectiveState_NobodyMakesInitialWeights_IsRefusedAfterEachHadATurn()
    {
        var once = Ready.Commit(Record(0, RecordHash.None, Outcome.Failed));
        Assert.Equal((CollectivePhase.Running, 1), (once.Phase, once.NextRound("c").Index));

        var twice = once.Commit(Record(1, once.Head, Outcome.Failed));
        Assert.Equal(CollectivePhase.Refused, twice.Phase);
        Assert.Contains("no learner could make initial weights", twice.Problem);
    }

    [Fact]
    public void CollectiveState_Paused_BeginsNoRoundUntilResumed()
    {
        var state = Ready.Commit(Record(0, RecordHash.None, Outcome.Initial)).RunTo(2).Pause(true);

        Assert.Equal(CollectivePhase.Paused, state.Phase);
        Assert.Same(state, state.Pause(true));
        Assert.Equal(CollectivePhase.Running, state.Pause(false).Phase);
    }

    [Fact]
    public void CollectiveState_Cancelled_WaitsForEverybodyToStop()
    {
        var state = Ready.Cancel();
        Assert.Equal(CollectivePhase.Cancelling, state.Phase);
        state = state.Stop("ann");
        Assert.Equal(CollectivePhase.Cancelling, state.Stop("ann").Stop("eve").Phase);
        // So does the round that ran.
        state = state.Stop("bob");
        Assert.Equal(CollectivePhase.Cancelling, state.Phase);
        Assert.Equal(CollectivePhase.Cancelled, state.Commit(Record(0, RecordHash.None, Outcome.Failed)).Phase);
    }

    [Fact]
    public void CollectiveState_RoundBegun_StaysTheSameUntilItsRecord()
    {
        var state = Initial().RunTo(3);
        Assert.Equal((true, 1), (state.RoundRuns, state.Begun));
        Assert.Equal((1, CollectivePhase.Paused, true), (state.Pause(true).Begun, state.Pause(true).Phase, state.Pause(true).RoundRuns));
        var paused = state.Pause(true).Commit(Record(1, state.Head, Outcome.Rejected));
        Assert.Equal((1, false), (paused.Begun, paused.RoundRuns));
        Assert.Equal(2, paused.Pause(false).Begun);
    }

    [Fact]
    public void CollectiveState_Finish_LetsTheRoundEnd()
    {
        var state = Initial().RunTo(5).Finish();
        Assert.Equal((CollectivePhase.Running, 1), (state.Phase, state.Begun));
        state = state.Commit(Record(1, state.Head, Outcome.Accepted));
        Assert.Equal(CollectivePhase.Finishing, state.Phase);
        Assert.Equal(CollectivePhase.Finished, state.Stop("ann").Stop("bob").Phase);
        Assert.Same(state, state.RunTo(9));
        Assert.Equal(CollectivePhase.Finishing, Initial().Finish().Phase);
    }

    [Fact]
    public void CollectiveState_InvitedLearner_TakesPartFromTheNextRoundOn()
    {
        var state = Initial().RunTo(3).Invite("cy");
        Assert.Equal(["ann", "bob"], state.Learners);
        state = state.Join(Joining("cy"));
        Assert.Equal(["ann", "bob", "cy"], state.NextRound("c").Learners);
        Assert.Empty(state.Invited);
        Assert.Equal(["ann", "bob", "cy"], state.Status("c").Learners);
    }

    [Fact]
    public void CollectiveState_InvitedLearnerWithAnotherModel_IsRefusedAndTheCollectiveGoesOn()
    {
        var state = Initial().Invite("cy").Join(Joining("cy") with { Fingerprint = new string('b', 64) });
        Assert.Equal((CollectivePhase.Idle, true), (state.Phase, state.Status("c").Refused["cy"].Contains("another fingerprint", StringComparison.Ordinal)));
        Assert.Equal(3, state.Invite("cy").Join(Joining("cy")).Learners.Count);
    }

    [Fact]
    public void CollectiveState_LearnerLeaves_IsNotAskedInTheNextRound()
    {
        var state = Initial().Leave("bob");
        Assert.Equal(["ann"], state.NextRound("c").Learners);
        Assert.Equal(["bob"], state.Leaving);
        Assert.Empty(state.Stop("bob").Leaving);
        Assert.Same(state, state.Leave("ann"));
        Assert.Equal(["ann", "bob"], state.Stop("bob").Invite("bob").Join(Joining("bob")).Learners);
    }

    [Fact]
    public void CollectiveState_FirstLearnerLeaves_TheRuleStays()
    {
        var state = Initial().Leave("ann");
        Assert.Equal((Initial().Rule, Initial().Fingerprint), (state.Rule, state.Fingerprint));
    }

    [Fact]
    public void CollectiveState_TwoTurnsAroundWithoutAccept_StopsAndCanGoOn()
    {
        var state = Initial().RunTo(20);
        for (var round = 1; round <= 4; round++)
        {
            Assert.Null(state.StopReason);
            state = state.Commit(Record(round, state.Head, Outcome.Rejected));
        }

        Assert.Equal(("The last 4 rounds had no accept.", CollectivePhase.Idle, 4), (state.StopReason, state.Phase, state.Target));
        state = state.RunTo(20);
        Assert.Equal((null, CollectivePhase.Running, 0), (state.StopReason, state.Phase, state.WithoutAccept));
    }

    [Theory]
    [InlineData(1, 2)]
    [InlineData(3, 3)]
    public void CollectiveState_StopAfter_IsNeverLessThanOneTurn(int stopAfter, int rounds)
    {
        var state = Initial(Settings with { StopAfter = stopAfter }).RunTo(20);
        for (var round = 1; round <= rounds; round++)
        {
            Assert.Null(state.StopReason);
            state = state.Commit(Record(round, state.Head, Outcome.Failed));
        }

        Assert.NotNull(state.StopReason);
    }

    [Fact]
    public void CollectiveState_StopAtScore_LooksAtAcceptedVoteScores()
    {
        var state = Initial(Settings with { StopAtScore = 0.375 }).RunTo(5);
        Assert.Null(state.StopReason);
        Assert.Null(state.Commit(Record(1, state.Head, Outcome.Rejected)).StopReason);
        Assert.Equal("The mean vote score of round 1 is 0.375, and it was to stop at 0.375.", state.Commit(Record(1, state.Head, Outcome.Accepted)).StopReason);
    }

    [Fact]
    public void CollectiveState_LearnerNeverAccepted_IsWarnedOfAfterTwoTurns()
    {
        var state = Initial().RunTo(9);
        state = state.Commit(Record(1, state.Head, Outcome.Accepted));
        state = state.Commit(Record(2, state.Head, Outcome.Rejected, "bob"));
        Assert.Empty(state.Status("c").Warnings);
        state = state.Commit(Record(3, state.Head, Outcome.Rejected, "bob"));
        Assert.Contains("No proposal of 'bob' was accepted in 2 turns or more; the strategy 'average'", Assert.Single(state.Status("c").Warnings));
    }

    [Fact]
    public void CollectiveState_LearnerLost_IsNotWaitedForAgainUntilItIsHeard()
    {
        var state = Initial().RunTo(9);
        var lost = Record(1, state.Head, Outcome.Rejected);
        lost = Sealed(lost.Facts with { Votes = [lost.Facts.Votes[0], new("bob", true, VoteAnswer.Abstain, Fault: VoteFault.Lost)] });
        state = state.Commit(lost);
        Assert.Equal(["bob"], state.NextRound("c").Absent);
        state = state.Commit(Sealed(Record(2, state.Head, Outcome.Failed, "bob").Facts with { Failure = RoundFailure.ProposerLost }));
        Assert.Equal(["bob"], state.NextRound("c").Absent);
        Assert.Empty(state.Commit(Record(3, state.Head, Outcome.Rejected)).NextRound("c").Absent);
    }

    private static CollectiveState Initial(CollectiveSettings? settings = null)
        => new CollectiveState().Create(settings ?? Settings, null).Join(Joining("ann")).Join(Joining("bob")).Commit(Record(0, RecordHash.None, Outcome.Initial));

    private static Learners.JoinReport Joining(string learner) => new(learner, null, new string('a', 64), new(), new(1, 1, 1, "set", []), "format", 8);

    private static RoundRecord Record(int index, string previous, Outcome outcome, string proposer = "ann")
    {
        var facts = new RoundFacts
        {
            Index = index,
            RuleHash = RecordHash.Of(new CollectiveRule()),
            Proposers = [proposer],
            ProposalHash = outcome == Outcome.Failed ? null : $"w{index}",
            Fingerprint = new string('a', 64),
            Electors = ["bob"],
            Votes = outcome == Outcome.Failed ? [] : [new("ann", false, VoteAnswer.None, 0.25, 0.5, null, "set"), new("bob", true, VoteAnswer.Approve, 0.5, 0.5, null, "set")],
            Approvals = 1,
            Outcome = outcome,
            PreviousHash = previous,
        };
        return Sealed(facts);
    }

    private static RoundRecord Sealed(RoundFacts facts) => new(facts, RecordHash.Of(facts), new(default, 0, 0, 0, 0, 0));
}
