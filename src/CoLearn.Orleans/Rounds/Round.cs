using CoLearn.Ledger;

namespace CoLearn.Rounds;

/// <summary>The protocol of one round, pure: it knows neither grains nor models.</summary>
internal static class Round
{
    /// <summary>
    /// Notes what a round is told, then goes as far as what it knows allows. The order and the repetition of signals make no difference to
    /// the outcome; only a deadline that passes first does.
    /// </summary>
    public static (RoundState State, IReadOnlyList<RoundCommand> Commands) Apply(RoundState state, RoundSignal signal)
    {
        var commands = new List<RoundCommand>();
        state = RoundNotes.Note(state, signal);
        state = Choose(state, commands);
        state = Propose(state, signal.At, commands);
        state = GatherVotes(state, signal.At);
        state = Conclude(state, signal.At, commands);
        return (state, commands);
    }

    /// <summary>The proposer is chosen: ask it for a proposal.</summary>
    private static RoundState Choose(RoundState state, List<RoundCommand> commands)
    {
        if (state.Phase != RoundPhase.New || state.Start is null)
            return state;

        commands.Add(new RoundCommand.AskProposal(state.Proposer));
        return state with { Phase = RoundPhase.Proposing };
    }

    /// <summary>The proposal is in: ask every learner, the proposer included, to score it.</summary>
    private static RoundState Propose(RoundState state, DateTimeOffset at, List<RoundCommand> commands)
    {
        if (state.Phase != RoundPhase.Proposing || state is not { Failure: null, Proposal: { } proposal })
            return state;

        commands.AddRange(state.Start!.Learners.Select(learner => new RoundCommand.AskVote(learner)));
        var answers = state.Answers.RemoveRange(state.Answers.Where(answer => answer.Value.ProposalHash != proposal.WeightsHash).Select(answer => answer.Key));
        return state with { Phase = RoundPhase.Voting, ProposedAt = at, Answers = answers };
    }

    /// <summary>Every learner has answered, or the time is up.</summary>
    private static RoundState GatherVotes(RoundState state, DateTimeOffset at)
        => state.Phase == RoundPhase.Voting && AllAnswered(state) ? state with { VotingClosed = true, AnsweredAt = at } : state;

    private static bool AllAnswered(RoundState state) => !state.VotingClosed && state.Answers.Count == state.Start!.Learners.Count;

    /// <summary>Tally, and accept or leave: the record is the commit, everybody is told.</summary>
    private static RoundState Conclude(RoundState state, DateTimeOffset at, List<RoundCommand> commands)
    {
        var failed = state.Failure is not null;
        if (state.Start is not { } start || state.Phase == RoundPhase.Done || (!failed && !(state.Phase == RoundPhase.Voting && state.VotingClosed)))
            return state;

        var votes = failed ? [] : RoundNotes.Votes(state);
        var electors = failed ? [] : state.Electors.Order(StringComparer.Ordinal).ToArray();
        var approvals = votes.Count(vote => vote is { Elector: true, Answer: VoteAnswer.Approve });
        var outcome = failed ? Outcome.Failed
            : state.IsInitial ? Outcome.Initial
            : Tally.Passes(approvals, electors.Length, start.Rule.Threshold) ? Outcome.Accepted
            : Outcome.Rejected;
        var facts = new RoundFacts
        {
            Index = start.Index,
            RuleHash = RecordHash.Of(start.Rule),
            Proposers = [state.Proposer],
            ProposalHash = state.Proposal?.WeightsHash,
            Fingerprint = start.Fingerprint,
            Electors = electors,
            Votes = votes,
            Approvals = approvals,
            Outcome = outcome,
            Failure = state.Failure,
            Reason = state.Reason,
            PreviousHash = start.PreviousHash,
        };
        var record = new RoundRecord(facts, RecordHash.Of(facts), RoundNotes.Measure(state, at));

        commands.Add(new RoundCommand.Advance());
        commands.AddRange(start.Learners.Select(learner => new RoundCommand.TellOutcome(learner)));
        state = state with { Phase = RoundPhase.Done, Record = record };
        return RoundNotes.Happened(state, next => new RoundEvent(next, RoundEventKind.Outcome, Record: record));
    }
}
