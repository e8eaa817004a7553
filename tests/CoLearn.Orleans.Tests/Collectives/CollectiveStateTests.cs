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
        Assert.Equal(CollectivePhase.Cancelled, state.Stop("bob").Phase);
    }

    private static Learners.JoinReport Joining(string learner) => new(learner, null, new string('a', 64), new(), new(1, 1, 1, "set", []), "format", 8);

    private static RoundRecord Record(int index, string previous, Outcome outcome)
    {
        var facts = new RoundFacts
        {
            Index = index,
            RuleHash = RecordHash.Of(new CollectiveRule()),
            Proposers = ["ann"],
            ProposalHash = outcome == Outcome.Failed ? null : $"w{index}",
            Fingerprint = new string('a', 64),
            Electors = ["bob"],
            Votes = outcome == Outcome.Failed ? [] : [new("ann", false, VoteAnswer.None, 0.25, 0.5, null, "set"), new("bob", true, VoteAnswer.Approve, 0.5, 0.5, null, "set")],
            Approvals = 1,
            Outcome = outcome,
            PreviousHash = previous,
        };
        return new(facts, RecordHash.Of(facts), new(default, 0, 0, 0, 0, 0));
    }
}
