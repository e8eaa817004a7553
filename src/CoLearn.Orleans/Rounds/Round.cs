using CoLearn.Ledger;

namespace CoLearn.Rounds;

/// <summary>The protocol of one round, pure: it knows neither grains nor models.</summary>
internal static class Round
{
    /// <summary>
    /// Notes what a round is told, then goes as far as what it knows allows. The order and the repetition of signals make no difference to
    /// the outcome; only a deadline that passes first does, or a learner that is lost.
    /// </summary>
    /// <returns>The new state, the same object where nothing changes; and what is to be done now that was not before.</returns>
    public static (RoundState State, IReadOnlyList<RoundCommand> Commands) Apply(RoundState state, RoundSignal signal)
    {
        var before = state;
        state = RoundNotes.Note(state, signal);
        state = Choose(state);
        state = Propose(state, signal.At);
        state = GatherVotes(state, signal.At);
        state = Conclude(state, signal.At);
        RoundCommand[] late = [.. RoundNotes.LateVotes(before, signal).Select(vote => new RoundCommand.PassOn(vote))];
        // Within a phase things get done, and nothing new is to be done.
        return (state, state.Phase == before.Phase ? late : [.. late, .. Outstanding(state)]);
    }

    /// <summary>All that a round waits for in its present phase: what to do after a crash, too.</summary>
    public static IEnumerable<RoundCommand> Outstanding(RoundState state)
    {
        IEnumerable<RoundCommand> all = state.Phase switch
        {
            RoundPhase.Proposing => state.Proposers.Select(learner => new RoundCommand.AskProposal(learner)),
            RoundPhase.Screening => [new RoundCommand.Screen()],
            RoundPhase.Voting => state.Start!.Learners.Select(learner => new RoundCommand.AskVote(learner)),
            RoundPhase.Done => [new RoundCommand.Advance(), .. state.Start!.Learners.Select(learner => new RoundCommand.TellOutcome(learner))],
            _ => [],
        };
        return all.Where(command => IsOutstanding(state, command));
    }

    /// <summary>Whether something still has to be done.</summary>
    public static bool IsOutstanding(RoundState state, RoundCommand command) => command switch
    {
        RoundCommand.AskProposal ask => state.Phase == RoundPhase.Proposing && !state.Candidates.ContainsKey(ask.Learner),
        RoundCommand.Screen => state.Phase == RoundPhase.Screening,
        RoundCommand.AskVote ask => state.Phase == RoundPhase.Voting && !state.Answers.ContainsKey(ask.Learner),
        RoundCommand.Advance => state is { Phase: RoundPhase.Done, Told.Advanced: false },
        RoundCommand.TellOutcome tell => state.Phase == RoundPhase.Done && !state.Told.Has(tell.Learner),
        _ => false,
    };

    /// <summary>Whether the round has nothing more to do.</summary>
    public static bool IsOver(RoundState state)
        => state is { Phase: RoundPhase.Done, Told.Advanced: true, Start: { } start }
            // That these are too few shows without looking for each learner.
            && state.Told.Learners >= start.Learners.Count
            && !Outstanding(state).Any();

    /// <summary>The proposers are chosen: they are asked for proposals.</summary>
    private static RoundState Choose(RoundState state)
        => state is { Phase: RoundPhase.New, Start: not null } ? state with { Phase = RoundPhase.Proposing } : state;

    /// <summary>The proposals are in: they are screened, and where one passes, every learner, the proposers included, is asked to score it.</summary>
    private static RoundState Propose(RoundState state, DateTimeOffset at)
    {
        if (state is { Phase: RoundPhase.Proposing, Failure: null } && state.Candidates.Count == state.Proposers.Count)
        {
            return state.Candidates.Values.Any(candidate => candidate.IsUsable)
                ? state with { Phase = RoundPhase.Screening, ProposedAt = at }
                : RoundNotes.FailForWantOfCandidates(state);
        }

        if (state is not { Phase: RoundPhase.Screening, Failure: null, Proposal: { } proposal })
            return state;
        var answers = state.Answers.RemoveRange(state.Answers.Where(answer => answer.Value.ProposalHash != proposal.WeightsHash).Select(answer => answer.Key));
        return state with { Phase = RoundPhase.Voting, VotingAt = at, Answers = answers };
    }

    /// <summary>Every learner has answered or is lost.</summary>
    private static RoundState GatherVotes(RoundState state, DateTimeOffset at)
        => state is { Phase: RoundPhase.Voting, VotingClosed: false } && AllHeard(state)
            ? state with { VotingClosed = true, AnsweredAt = at }
            : state;

    /// <summary>Tally, and accept or leave: the record is the commit, everybody is told.</summary>
    private static RoundState Conclude(RoundState state, DateTimeOffset at)
    {
        if (state.Start is not { } start || state.Phase == RoundPhase.Done || (state.Failure is null && state is not { Phase: RoundPhase.Voting, VotingClosed: true }))
            return state;

        var votes = state.Failure is null ? Ballot.Votes(state) : [];
        var electors = state.Failure is null ? state.Electors.Order(StringComparer.Ordinal).ToArray() : [];
        var tally = new Tally(start.Rule, votes);
        if (state.Failure is null && !tally.HasQuorum)
            state = RoundNotes.Fail(state, RoundFailure.QuorumMissed, $"{tally.Voters} of {electors.Length} electors voted, fewer than the quorum of {tally.Quorum}.");
        var outcome = state.Failure is not null ? Outcome.Failed
            : state.IsInitial ? Outcome.Initial
            : tally.Passes ? Outcome.Accepted
            : Outcome.Rejected;
        var facts = new RoundFacts
        {
            Index = start.Index,
            RuleHash = RecordHash.Of(start.Rule),
            Proposers = RoundNotes.ProposersOf(state),
            Contributions = RoundNotes.ContributionsOf(state),
            ProposalHash = (state.Proposal ?? state.Candidates.GetValueOrDefault(state.Proposers[0])?.Proposal)?.WeightsHash,
            Fingerprint = start.Fingerprint,
            Electors = electors,
            Votes = votes,
            Approvals = tally.Approvals,
            Outcome = outcome,
            Failure = state.Failure,
            Reason = state.Reason,
            LateVotes = [.. state.LateVotes.Values],
            PreviousHash = start.PreviousHash,
        };
        var record = new RoundRecord(facts, RecordHash.Of(facts), RoundNotes.Measure(state, at));
        state = state with { Phase = RoundPhase.Done, Record = record, Answers = RoundState.NoAnswers };
        return RoundNotes.Happened(state, at, next => new RoundEvent(next, RoundEventKind.Outcome, Record: record));
    }

    /// <summary>That there are too few shows without looking for each learner.</summary>
    private static bool AllHeard(RoundState state)
        => state.Answers.Count + state.Lost.Count >= state.Start!.Learners.Count
            && state.Start.Learners.All(learner => state.Answers.ContainsKey(learner) || state.Lost.Contains(learner));
}
