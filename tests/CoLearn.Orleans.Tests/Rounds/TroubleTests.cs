namespace CoLearn.Rounds;

/// <summary>Rounds in which somebody is late, lost, or answers as it should not.</summary>
public sealed class TroubleTests
{
    private static readonly string[] Learners = ["ann", "bob", "cy"];

    private readonly RoundScript script = new("ann", Learners);

    [Fact]
    public void Round_AnswersTwiceWithDifferentVotes_CountsTheFirstAndSaysSo()
    {
        var facts = Play(
            script.Vote("bob", VoteAnswer.Reject), script.Vote("bob", VoteAnswer.Approve), script.Vote("cy", VoteAnswer.Reject), script.Vote("ann", VoteAnswer.None));

        var vote = facts.Votes.Single(vote => vote.Learner == "bob");
        Assert.Equal((Outcome.Rejected, VoteAnswer.Reject, VoteFault.Contradictory), (facts.Outcome, vote.Answer, vote.Fault));
        Assert.Equal("It answered again with another vote; the first counts.", vote.Reason);
    }

    [Fact]
    public void Round_AnswersForAnotherProposalOnly_AbstainsAndSaysSo()
    {
        var facts = Play(
            script.Vote("bob", VoteAnswer.Approve, hash: "other"), script.Vote("cy", VoteAnswer.Reject), script.Vote("ann", VoteAnswer.None), script.Deadline(RoundPhase.Voting));

        var vote = facts.Votes.Single(vote => vote.Learner == "bob");
        Assert.Equal((Outcome.Rejected, VoteAnswer.Abstain, VoteFault.Misaddressed), (facts.Outcome, vote.Answer, vote.Fault));
    }

    [Fact]
    public void Round_AnswersForAnotherRoundFirst_IsHeardWhenItAnswersForThisOne()
    {
        var stray = new RoundSignal.Voted([new(script.Work("bob") with { Round = 7 }, RoundScript.Proposed, new("bob", true, VoteAnswer.Reject, 0.1))], default);
        var facts = Play(stray, script.Vote("bob", VoteAnswer.Approve), script.Vote("cy", VoteAnswer.Reject), script.Vote("ann", VoteAnswer.None));

        var vote = facts.Votes.Single(vote => vote.Learner == "bob");
        Assert.Equal((Outcome.Accepted, VoteAnswer.Approve, null), (facts.Outcome, vote.Answer, vote.Fault));
    }

    [Fact]
    public void Round_ElectorIsLost_AbstainsAtOnce()
    {
        var facts = Play(script.Vote("bob", VoteAnswer.Approve), script.Vote("ann", VoteAnswer.None), script.Lost(RoundPhase.Voting, "cy"));

        var vote = facts.Votes.Single(vote => vote.Learner == "cy");
        Assert.Equal((Outcome.Accepted, VoteAnswer.Abstain, VoteFault.Lost), (facts.Outcome, vote.Answer, vote.Fault));
    }

    [Fact]
    public void Round_LostElectorComesBackInTime_IsHeard()
    {
        var facts = Play(script.Lost(RoundPhase.Voting, "cy"), script.Vote("cy", VoteAnswer.Approve), script.Vote("bob", VoteAnswer.Reject), script.Vote("ann", VoteAnswer.None));
        Assert.Equal((VoteAnswer.Approve, null), (facts.Votes[2].Answer, facts.Votes[2].Fault));
    }

    [Fact]
    public void Round_ProposerIsLost_FailsWithItsReason()
    {
        var record = RoundScript.Play([script.Start, script.Lost(RoundPhase.Proposing, "ann"), script.Proposal]).Record!;

        Assert.Equal((Outcome.Failed, RoundFailure.ProposerLost), (record.Outcome, record.Facts.Failure));
        Assert.Equal("Learner 'ann' was lost before it proposed: It is away.", record.Facts.Reason);
    }

    [Fact]
    public void Round_NobodyAskedIsLost_ChangesNothing()
    {
        var state = RoundScript.Play([script.Start]);
        Assert.Same(state, Round.Apply(state, script.Lost(RoundPhase.Proposing, "bob")).State);
        Assert.Same(state, Round.Apply(state, script.Lost(RoundPhase.Voting, "bob")).State);
    }

    [Fact]
    public void Round_QuorumIsMissed_FailsWithTheVotesOnRecord()
    {
        var quorate = new RoundScript("ann", Learners, rule: new() { Quorum = 1 });
        var facts = RoundScript.Play(
            [quorate.Start, quorate.Proposal, quorate.Vote("bob", VoteAnswer.Approve), quorate.Vote("ann", VoteAnswer.None), quorate.Lost(RoundPhase.Voting, "cy")]).Record!.Facts;

        Assert.Equal((Outcome.Failed, RoundFailure.QuorumMissed), (facts.Outcome, facts.Failure));
        Assert.Equal("1 of 2 electors voted, fewer than the quorum of 2.", facts.Reason);
        Assert.Equal(3, facts.Votes.Count);
    }

    [Fact]
    public void Round_VoteAfterTheEnd_IsPassedOnOnce()
    {
        var state = RoundScript.Play(
            [script.Start, script.Proposal, script.Vote("bob", VoteAnswer.Approve), script.Vote("ann", VoteAnswer.None), script.Deadline(RoundPhase.Voting)]);
        var (after, commands) = Round.Apply(state, script.Vote("cy", VoteAnswer.Reject));

        Assert.Same(state, after);
        var late = Assert.IsType<RoundCommand.PassOn>(Assert.Single(commands)).Late;
        Assert.Equal(("cy", VoteAnswer.Reject), (late.Learner, late.Answer));
        Assert.Empty(Round.Apply(state, script.Vote("bob", VoteAnswer.Reject)).Commands);
    }

    [Fact]
    public void Round_LateVotesOfTheRoundBefore_AreInTheRecord()
    {
        var late = new Vote("cy", true, VoteAnswer.Reject, 0.3);
        var facts = RoundScript.Play(
            [new RoundSignal.VotedLate(late, default), script.Start, script.Proposal, .. Learners.Select(learner => script.Vote(learner, VoteAnswer.Approve))]).Record!.Facts;
        Assert.Equal([late], facts.LateVotes);
    }

    [Fact]
    public void Round_WhoCannotBeToldTheOutcome_IsBehindAndNotAskedAgain()
    {
        var state = RoundScript.Play([script.Start, script.Proposal, .. Learners.Select(learner => script.Vote(learner, VoteAnswer.Approve))]);
        Assert.Equal(4, Round.Outstanding(state).Count());
        state = RoundScript.Play(state, script.Lost(RoundPhase.Done, "cy"), []);
        state = RoundScript.Play(state, new RoundSignal.Advanced(default), []);
        state = RoundScript.Play(state, script.Confirm("bob", state.Record!.Hash), []);

        Assert.Equal([new RoundCommand.TellOutcome("ann")], Round.Outstanding(state));
    }

    private RoundFacts Play(params RoundSignal[] signals) => RoundScript.Play([script.Start, script.Proposal, .. signals]).Record!.Facts;
}
