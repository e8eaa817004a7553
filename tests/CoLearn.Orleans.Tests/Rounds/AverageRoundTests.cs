namespace CoLearn.Rounds;

public sealed class AverageRoundTests
{
    private static readonly string[] Learners = ["ann", "bob", "cy"];
    private static readonly Proposal Mean = new("ann, bob", "mean", "test", 1, 2, "f");

    private readonly RoundScript script = new("ann", Learners, rule: new() { Strategy = Strategies.Average }, proposers: ["ann", "bob"]);

    [Fact]
    public void Round_SomeContributorsAreMissing_WaitsForThem()
    {
        var state = RoundScript.Play([script.Start, script.Contribution("bob", "b")], out var asked);

        Assert.Equal(RoundPhase.Proposing, state.Phase);
        Assert.Equal([new RoundCommand.AskProposal("ann"), new RoundCommand.AskProposal("bob")], asked);
        Assert.Equal([new RoundCommand.AskProposal("ann")], Round.Outstanding(state));
    }

    [Fact]
    public void Round_AllContributed_EverybodyVotesOnTheMean()
    {
        var facts = Vote(Screened([script.Start, script.Contribution("bob", "b"), script.Contribution("ann", "a")], Mean));

        Assert.Equal((Outcome.Accepted, "mean", 2), (facts.Outcome, facts.ProposalHash, facts.Approvals));
        Assert.Equal(Learners, facts.Electors);
        Assert.Equal(["ann", "bob"], facts.Proposers);
        Assert.Equal([new("ann", "a", 1), new("bob", "b", 1)], facts.Contributions);
    }

    [Fact]
    public void Round_ContributorIsLateOrFails_IsLeftOutAndNamed()
    {
        var late = Vote(Screened([script.Start, script.Contribution("bob", "b"), script.Deadline(RoundPhase.Proposing)], Mean));
        Assert.Equal(["bob"], late.Proposers);
        Assert.Equal((RoundFailure.ProposerLate, "Learner 'ann' did not propose in time."), (late.Contributions[0].Failure, late.Contributions[0].Reason));

        var failed = Vote(Screened([script.Start, script.ProposalFails, script.Contribution("bob", "b")], Mean));
        Assert.Equal(RoundFailure.ProposerFailed, failed.Contributions[0].Failure);
    }

    [Fact]
    public void Round_ContributionIsRefusedByTheScreening_IsLeftOutAndNamed()
    {
        var state = Screening([script.Start, script.Contribution("bob", "b"), script.Contribution("ann", "a")]);
        var refused = state.Candidates["ann"].Refused(RoundFailure.ProposalNotFinite, "it holds a NaN");
        var facts = Vote(RoundScript.Play(state, new RoundSignal.Screened(Mean, [refused], default), []));

        Assert.Equal(["bob"], facts.Proposers);
        Assert.Equal(new Contribution("ann", "a", 1, RoundFailure.ProposalNotFinite, "The proposal of learner 'ann' is refused: it holds a NaN."), facts.Contributions[0]);
    }

    [Fact]
    public void Round_NobodyContributes_FailsWithEverybodysReason()
    {
        var facts = RoundScript.Play([script.Start, script.ProposalFails, script.Lost(RoundPhase.Proposing, "bob")]).Record!.Facts;

        Assert.Equal((Outcome.Failed, RoundFailure.ProposerFailed), (facts.Outcome, facts.Failure));
        Assert.Equal("Learner 'ann' could not propose: Out of ideas. Learner 'bob' was lost before it proposed: It is away.", facts.Reason);
        Assert.Equal(2, facts.Contributions.Count);
    }

    [Fact]
    public void Round_CancelledWhileSomeContribute_NamesWhoDid()
    {
        var facts = RoundScript.Play([script.Start, script.Contribution("bob", "b"), new RoundSignal.Cancelled(default)]).Record!.Facts;
        Assert.Equal(["bob"], facts.Contributions.Select(contribution => contribution.Learner));
    }

    [Theory]
    [InlineData(1, 0, "ann bob cy")]
    [InlineData(2, 2, "bob cy")]
    [InlineData(3, 2, "cy ann")]
    [InlineData(4, 7, "ann bob cy")]
    public void Proposers_OfAnAverage_AreTheChosenOneAndThoseThatFollow(int round, int contributors, string expected)
    {
        var start = script.Plan with { Index = round, Rule = script.Plan.Rule with { Contributors = contributors } };
        Assert.Equal(expected.Split(' ').Order(), new Proposers([new RoundRobin()]).Of(start).Order());
        Assert.Equal(Learners[(round - 1) % 3], new Proposers([new RoundRobin()]).Of(start)[0]);
    }

    private static RoundState Screening(IEnumerable<RoundSignal> signals) => signals.Aggregate(new RoundState(), (state, signal) => Round.Apply(state, signal).State);

    private static RoundState Screened(IEnumerable<RoundSignal> signals, Proposal mean)
        => RoundScript.Play(Screening(signals), new RoundSignal.Screened(mean, [], default), []);

    private RoundFacts Vote(RoundState state)
    {
        VoteAnswer[] answers = [VoteAnswer.Approve, VoteAnswer.Approve, VoteAnswer.Reject];
        foreach (var (learner, answer) in Learners.Zip(answers))
            state = RoundScript.Play(state, script.Vote(learner, answer, hash: "mean"), []);
        return state.Record!.Facts;
    }
}
