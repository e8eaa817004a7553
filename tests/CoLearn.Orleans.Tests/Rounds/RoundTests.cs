namespace CoLearn.Rounds;

public sealed class RoundTests
{
    private static readonly string[] Learners = ["ann", "bob", "cy"];

    private readonly RoundScript script = new("ann", Learners);

    [Fact]
    public void Round_EveryStep_AsksForTheNext()
    {
        RoundScript.Play([script.Start], out var asked);
        Assert.Equal([new RoundCommand.AskProposal("ann")], asked);

        RoundScript.Play([script.Start, script.Proposal], out asked);
        Assert.Equal([new RoundCommand.Screen(), .. Learners.Select(learner => new RoundCommand.AskVote(learner))], asked.Skip(1));

        RoundScript.Play([script.Start, script.Proposal, .. Votes(VoteAnswer.Approve, VoteAnswer.Reject)], out asked);
        Assert.Equal([new RoundCommand.Advance(), .. Learners.Select(learner => new RoundCommand.TellOutcome(learner))], asked.Skip(5));
    }

    [Theory]
    [InlineData(VoteAnswer.Approve, VoteAnswer.Approve, Outcome.Accepted)]
    [InlineData(VoteAnswer.Approve, VoteAnswer.Reject, Outcome.Accepted)]
    [InlineData(VoteAnswer.Approve, VoteAnswer.Abstain, Outcome.Accepted)]
    [InlineData(VoteAnswer.Reject, VoteAnswer.Reject, Outcome.Rejected)]
    [InlineData(VoteAnswer.Abstain, VoteAnswer.Abstain, Outcome.Rejected)]
    public void Round_HalfIsEnough_DecidesByApprovalsAmongElectors(VoteAnswer bob, VoteAnswer cy, Outcome outcome)
        => Assert.Equal(outcome, RoundScript.Play([script.Start, script.Proposal, .. Votes(bob, cy)]).Record!.Outcome);

    [Fact]
    public void Round_OnlyTheProposerApproves_RejectsAndShowsItsScore()
    {
        var record = RoundScript.Play([script.Start, script.Proposal, .. Votes(VoteAnswer.Reject, VoteAnswer.Reject)]).Record!;

        Assert.Equal(Outcome.Rejected, record.Outcome);
        Assert.Equal(0, record.Facts.Approvals);
        Assert.Equal(["bob", "cy"], record.Facts.Electors);
        var own = record.Facts.Votes.Single(vote => vote.Learner == "ann");
        Assert.Equal((VoteAnswer.None, false, 0.5), (own.Answer, own.Elector, own.VoteScore));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(null)]
    public void Round_ApprovalWithoutFiniteScore_CountsAsRejection(double? score)
    {
        var record = RoundScript.Play(
            [script.Start, script.Proposal, script.Vote("ann", VoteAnswer.Approve), script.Vote("bob", VoteAnswer.Approve, score), script.Vote("cy", VoteAnswer.Reject)]).Record!;

        Assert.Equal(Outcome.Rejected, record.Outcome);
        var vote = record.Facts.Votes.Single(vote => vote.Learner == "bob");
        Assert.Equal((VoteAnswer.Reject, null), (vote.Answer, vote.VoteScore));
    }

    [Fact]
    public void Round_OneLearnerAlone_Accepts()
    {
        var alone = new RoundScript("ann", ["ann"], threshold: 1);
        Assert.Equal(Outcome.Accepted, RoundScript.Play([alone.Start, alone.Proposal, alone.Vote("ann", VoteAnswer.Reject)]).Record!.Outcome);
    }

    [Fact]
    public void Round_NothingAcceptedYet_MakesLearnersEqualWithoutAVote()
    {
        var first = new RoundScript("ann", Learners, accepted: null);
        var record = RoundScript.Play([first.Start, first.Proposal, .. Votes(VoteAnswer.Reject, VoteAnswer.Reject)]).Record!;

        Assert.Equal(Outcome.Initial, record.Outcome);
        Assert.Empty(record.Facts.Electors);
        Assert.All(record.Facts.Votes, vote => Assert.Equal((VoteAnswer.None, 0.5), (vote.Answer, vote.VoteScore)));
    }

    [Fact]
    public void Round_ProposerFails_FailsWithItsReason()
    {
        var record = RoundScript.Play([script.Start, script.ProposalFails]).Record!;

        Assert.Equal((Outcome.Failed, RoundFailure.ProposerFailed), (record.Outcome, record.Facts.Failure));
        Assert.Equal("Learner 'ann' could not propose: Out of ideas.", record.Facts.Reason);
        Assert.Empty(record.Facts.Votes);
    }

    [Theory]
    [InlineData("other", "test", 1, "its model has the fingerprint other, but the collective's has f; let its site run the same model")]
    [InlineData("f", "else", 1, "its weights are of format 'else', but the collective's are of format 'test'; let its site run the same model")]
    [InlineData("f", "test", 9, "its weights have 9 bytes, but the format 'test' takes at most 8", RoundFailure.ProposalTooLarge)]
    [InlineData("f", "test", -1, "its weights have -1 bytes, but the format 'test' takes at most 8", RoundFailure.ProposalTooLarge)]
    public void Round_ProposalThatDoesNotFit_IsRefusedAndNobodyIsAsked(
        string fingerprint, string format, long bytes, string problem, RoundFailure failure = RoundFailure.ProposalRefused)
    {
        var state = RoundScript.Play([script.Start, script.Proposing(fingerprint, format, bytes), script.Proposal, .. Votes(VoteAnswer.Approve, VoteAnswer.Approve)], out var asked);

        var facts = state.Record!.Facts;
        Assert.Equal((Outcome.Failed, failure), (facts.Outcome, facts.Failure));
        Assert.Equal($"The proposal of learner 'ann' is refused: {problem}.", facts.Reason);
        // The hash is on record, so that whoever holds the weights lets them go.
        Assert.Equal(RoundScript.Proposed, facts.ProposalHash);
        Assert.Empty(facts.Votes);
        Assert.DoesNotContain(asked, command => command is RoundCommand.AskVote);
        Assert.DoesNotContain(state.Events, happened => happened.Kind == RoundEventKind.Proposal);
        Assert.Equal(0, state.Record.Measurements.ProposeSeconds);
    }

    [Fact]
    public void Round_ProposalAsLargeAsTheFormatTakes_IsVotedOn()
        => Assert.Equal(RoundPhase.Voting, RoundScript.Play([script.Start, script.Proposing(bytes: 8)]).Phase);

    [Fact]
    public void Round_ProposalDeadlinePasses_FailsAndIgnoresTheLateProposal()
    {
        var record = RoundScript.Play([script.Start, script.Deadline(RoundPhase.Proposing), script.Proposal]).Record!;

        Assert.Equal((Outcome.Failed, RoundFailure.ProposerLate), (record.Outcome, record.Facts.Failure));
        Assert.Null(record.Facts.ProposalHash);
    }

    [Fact]
    public void Round_VotingDeadlinePasses_WhoHasNotAnsweredAbstains()
    {
        var state = RoundScript.Play(
            [script.Start, script.Proposal, script.Vote("bob", VoteAnswer.Approve), script.Deadline(RoundPhase.Voting), script.Vote("cy", VoteAnswer.Reject)]);

        Assert.Equal(Outcome.Accepted, state.Record!.Outcome);
        var late = state.Record.Facts.Votes.Single(vote => vote.Learner == "cy");
        Assert.Equal((VoteAnswer.Abstain, VoteFault.Late, "It did not answer in time."), (late.Answer, late.Fault, late.Reason));
    }

    [Fact]
    public void Round_DeadlineOfAPhaseThatIsOver_ChangesNothing()
    {
        var state = RoundScript.Play([script.Start, script.Proposal]);
        Assert.Same(state, Round.Apply(state, script.Deadline(RoundPhase.Proposing)).State);
    }

    [Fact]
    public void Round_ForeignSignals_ChangeNothing()
    {
        var state = RoundScript.Play([script.Start, script.Proposal]);
        var other = new RoundScript("eve", ["eve", "mallory"]);

        Assert.Same(state, Round.Apply(state, other.Vote("mallory", VoteAnswer.Approve)).State);
        Assert.Same(state, Round.Apply(state, other.Start).State);
    }

    [Fact]
    public void Round_RepeatedAnswerOfALearner_ChangesNothing()
    {
        var state = RoundScript.Play([script.Start, script.Proposal, script.Vote("bob", VoteAnswer.Reject)]);
        Assert.Same(state, Round.Apply(state, script.Vote("bob", VoteAnswer.Reject)).State);
    }

    [Fact]
    public void Round_Cancelled_Fails()
    {
        var record = RoundScript.Play([script.Start, new RoundSignal.Cancelled(DateTimeOffset.UnixEpoch)]).Record!;
        Assert.Equal((Outcome.Failed, RoundFailure.Cancelled), (record.Outcome, record.Facts.Failure));
    }

    [Fact]
    public void Round_OfWhichOnlyTheStartOrOnlyTheRestWasSaved_HasNotStarted()
    {
        var late = new RoundSignal.VotedLate(new("cy", true, VoteAnswer.Approve), DateTimeOffset.UnixEpoch);
        var round = RoundScript.Play([late, script.Start]);

        foreach (var (state, opening) in new[] { (round, new Opening()), (RoundScript.Play([late]), new Opening { Start = script.Plan }) })
        {
            var known = RoundNotes.Saved(state, opening, new());
            Assert.Equal((RoundPhase.New, (RoundStart?)null), (known.Phase, known.Start));
            Assert.Equal(["cy"], known.LateVotes.Keys);
            Assert.Equal(RoundPhase.Proposing, Round.Apply(known, script.Start).State.Phase);
        }
    }

    private IEnumerable<RoundSignal> Votes(VoteAnswer bob, VoteAnswer cy)
        => [script.Vote("ann", VoteAnswer.Approve), script.Vote("bob", bob), script.Vote("cy", cy)];
}
