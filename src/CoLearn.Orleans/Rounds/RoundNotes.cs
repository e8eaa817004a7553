using CoLearn.Exchange;

namespace CoLearn.Rounds;

/// <summary>What a round writes down: signals as they come in, times, and what of it goes into the record.</summary>
internal static class RoundNotes
{
    /// <summary>Notes a signal; one that is repeated, foreign or too late changes nothing.</summary>
    public static RoundState Note(RoundState state, RoundSignal signal) => signal switch
    {
        RoundSignal.Started started when state.Start is null => NoteStart(state, started),
        RoundSignal.Proposed { Report: var report } when state.Asked(report.Work) && IsAwaited(state, report.Work.Learner)
            => NoteCandidate(state, CandidateOf(state.Start!, report)),
        RoundSignal.Screened screened when state is { Phase: RoundPhase.Screening, Failure: null } => NoteScreening(state, screened),
        RoundSignal.Voted voted => NoteAnswers(state, voted),
        RoundSignal.VotedLate { Vote: var vote } when state.Phase != RoundPhase.Done && !state.LateVotes.ContainsKey(vote.Learner)
            => state with { LateVotes = state.LateVotes.Add(vote.Learner, vote) },
        RoundSignal.Lost lost when lost.Phase == state.Phase => NoteLost(state, lost),
        RoundSignal.DeadlinePassed { Phase: RoundPhase.Proposing } when state is { Phase: RoundPhase.Proposing, Failure: null }
            => state.Proposers.Where(learner => IsAwaited(state, learner)).Select(Candidate.Late).Aggregate(state, NoteCandidate),
        RoundSignal.DeadlinePassed { Phase: RoundPhase.Voting } passed when state is { Phase: RoundPhase.Voting, VotingClosed: false }
            => state with { VotingClosed = true, AnsweredAt = passed.At },
        RoundSignal.Cancelled when state.Start is not null && state.Phase != RoundPhase.Done
            => Fail(state, RoundFailure.Cancelled, "The collective was cancelled."),
        RoundSignal.Advanced when state is { Phase: RoundPhase.Done, Told.Advanced: false } => state with { Told = state.Told with { Advanced = true } },
        RoundSignal.Confirmed { Reports: var reports } when state.Phase == RoundPhase.Done => NoteConfirmed(state, reports),
        _ => state,
    };

    /// <summary>Votes on this round that came after its end, from learners whose votes the record lacks.</summary>
    public static IEnumerable<Vote> LateVotes(RoundState state, RoundSignal signal)
        => signal is RoundSignal.Voted { Reports: var reports } && state.Phase == RoundPhase.Done
            ? reports.Where(report => IsLate(state, report)).Select(report => Ballot.Stated(report.Vote, report.Work.Learner, state.Roll.IsElector(report.Work.Learner)))
            : [];

    public static RoundState Fail(RoundState state, RoundFailure failure, string reason) => state with { Failure = failure, Reason = reason };

    public static RoundState FailForWantOfCandidates(RoundState state)
    {
        var reasons = state.Proposers.Select(learner => state.Candidates[learner].Reason);
        return Fail(state, state.Candidates[state.Proposers[0]].Failure!.Value, string.Join(' ', reasons));
    }

    /// <summary>Who proposed what is voted on; where nothing is, who was asked to.</summary>
    public static IReadOnlyList<string> ProposersOf(RoundState state)
        => state.Proposal is null ? state.Proposers : [.. state.Proposers.Where(learner => state.Candidates[learner].IsUsable)];

    public static IReadOnlyList<Contribution> ContributionsOf(RoundState state)
        => !state.IsAverage ? []
            : [.. state.Proposers
                .Select(learner => state.Candidates.GetValueOrDefault(learner))
                .OfType<Candidate>()
                .Select(candidate => new Contribution(
                    candidate.Learner, candidate.Proposal?.WeightsHash, candidate.Proposal?.TrainExamples ?? 0, candidate.Failure, candidate.Reason))];

    public static RoundMeasurements Measure(RoundState state, DateTimeOffset at)
    {
        var proposed = state.ProposedAt == default ? at : state.ProposedAt;
        var answered = state.AnsweredAt == default ? at : state.AnsweredAt;
        return new(
            state.StartedAt,
            (proposed - state.StartedAt).TotalSeconds,
            (answered - proposed).TotalSeconds,
            (at - answered).TotalSeconds,
            (at - state.StartedAt).TotalSeconds,
            state.Proposal?.Bytes ?? 0);
    }

    /// <summary>Puts together what was saved. The start is saved together with what follows from it: where either is missing, the round has not started.</summary>
    public static RoundState Saved(RoundState state, Opening opening, Told told)
    {
        if (state.Phase == RoundPhase.New || opening.Start is null)
            return new() { LateVotes = state.LateVotes };
        var round = state with { Start = opening.Start, Told = told };
        return round.Record is null || told.CommittedAt is not { } at ? round : Committed(round, at);
    }

    /// <summary>The outcome has been saved: the record says how long that took. Facts and hash stay.</summary>
    public static RoundState Committed(RoundState state, DateTimeOffset at)
    {
        var record = state.Record! with { Measurements = Measure(state, at) };
        return state with
        {
            Record = record,
            Events = state.Events.SetItem(state.Events.Count - 1, state.Events[^1] with { Record = record }),
            Told = state.Told with { CommittedAt = at },
        };
    }

    public static RoundState Happened(RoundState state, DateTimeOffset at, Func<RoundCursor, RoundEvent> happened) => HappenedAll(state, at, [happened]);

    private static RoundState HappenedAll(RoundState state, DateTimeOffset at, IEnumerable<Func<RoundCursor, RoundEvent>> happened)
    {
        var index = state.Start!.Index;
        var last = state.Phase == RoundPhase.Done;
        var events = state.Events.ToBuilder();
        foreach (var one in happened)
            events.Add(one(last ? new(index + 1, 0) : new(index, events.Count + 1)) with { At = at });
        return state with { Events = events.ToImmutable() };
    }

    private static RoundState NoteStart(RoundState state, RoundSignal.Started started)
    {
        state = state with { Start = started.Start, Proposers = started.Proposers, StartedAt = started.At, TraceParent = started.TraceParent };
        return Happened(state, started.At, next => new(next, RoundEventKind.Started, Proposers: started.Proposers));
    }

    private static RoundState NoteCandidate(RoundState state, Candidate candidate)
        => state with { Candidates = state.Candidates.Add(candidate.Learner, candidate) };

    private static RoundState NoteScreening(RoundState state, RoundSignal.Screened screened)
    {
        state = state with { Candidates = state.Candidates.SetItems(screened.Refused.Select(refused => KeyValuePair.Create(refused.Learner, refused))) };
        if (screened.Proposal is not { } proposal)
            return FailForWantOfCandidates(state);
        return Happened(state with { Proposal = proposal }, screened.At, next => new(next, RoundEventKind.Proposal, Proposal: proposal));
    }

    /// <summary>Many come at once: what they change is made once.</summary>
    private static RoundState NoteAnswers(RoundState state, RoundSignal.Voted voted)
    {
        if (state.Phase == RoundPhase.Done || state.VotingClosed || state.Start is null)
            return state;
        var answers = state.Answers.ToBuilder();
        var misaddressed = state.Misaddressed;
        var contradictory = state.Contradictory;
        var votes = new List<Vote>();
        foreach (var report in voted.Reports.Where(report => state.Roll.Has(report.Work.Learner)))
        {
            var learner = report.Work.Learner;
            if (!state.Asked(report.Work) || (state.Proposal is { } proposal && report.ProposalHash != proposal.WeightsHash))
            {
                misaddressed = misaddressed.Add(learner);
            }
            else if (!answers.TryGetValue(learner, out var first))
            {
                // The names and hashes that the round has already are not kept a second time.
                var answer = new Answer(state.Proposal?.WeightsHash ?? report.ProposalHash, report.Vote with { Learner = state.Roll.Name(learner) });
                answers.Add(answer.Vote.Learner, answer);
                votes.Add(Ballot.Stated(answer.Vote, answer.Vote.Learner, state.Roll.IsElector(learner)));
            }
            else if (first.Vote.Answer != report.Vote.Answer && first.ProposalHash == report.ProposalHash)
            {
                contradictory = contradictory.Add(learner);
            }
        }

        if (votes.Count == 0 && misaddressed == state.Misaddressed && contradictory == state.Contradictory)
            return state;
        state = state with { Answers = answers.ToImmutable(), Misaddressed = misaddressed, Contradictory = contradictory };
        return HappenedAll(state, voted.At, votes.Select(vote => (Func<RoundCursor, RoundEvent>)(next => new(next, RoundEventKind.Vote, Vote: vote))));
    }

    private static RoundState NoteConfirmed(RoundState state, IReadOnlyList<ConfirmReport> reports)
    {
        var ours = reports.Where(report => state.Asked(report.Work) && report.RecordHash == state.Record!.Hash).Select(report => report.Work.Learner);
        var confirmed = state.Told.Confirmed.Union(ours);
        return confirmed.Count == state.Told.Confirmed.Count ? state : state with { Told = state.Told with { Confirmed = confirmed } };
    }

    private static bool IsLate(RoundState state, VoteReport report)
        => state.Asked(report.Work) && report.ProposalHash == state.Record!.Facts.ProposalHash && report.Vote.Answer != VoteAnswer.Abstain
            && state.Record.Facts.Votes.Any(vote => vote.Learner == report.Work.Learner && vote.Fault is VoteFault.Late or VoteFault.Lost or VoteFault.Misaddressed);

    private static RoundState NoteLost(RoundState state, RoundSignal.Lost lost) => lost.Phase switch
    {
        RoundPhase.Proposing when IsAwaited(state, lost.Learner) => NoteCandidate(state, Candidate.Lost(lost.Learner, lost.Reason)),
        RoundPhase.Voting => state with { Lost = state.Lost.Add(lost.Learner) },
        RoundPhase.Done => state with { Told = state.Told with { Behind = state.Told.Behind.Add(lost.Learner) } },
        _ => state,
    };

    private static Candidate CandidateOf(RoundStart start, ProposalReport report) => report switch
    {
        { Proposal: { } proposal } => Screened(start, new(report.Work.Learner, proposal)),
        { Failure: RoundFailure.ProposerLost } => Candidate.Lost(report.Work.Learner, report.Reason),
        _ => Candidate.Failed(report.Work.Learner, report.Reason),
    };

    /// <summary>What a proposal says of itself is held against the collective's model. That it speaks the truth is found out when its weights are screened.</summary>
    private static Candidate Screened(RoundStart start, Candidate candidate)
    {
        var proposal = candidate.Proposal!;
        if (proposal.Fingerprint != start.Fingerprint)
        {
            return candidate.Refused(
                RoundFailure.ProposalRefused,
                $"its model has the fingerprint {proposal.Fingerprint.Short()}, but the collective's has {start.Fingerprint.Short()}; let its site run the same model");
        }

        if (proposal.Format != start.Format)
        {
            return candidate.Refused(
                RoundFailure.ProposalRefused,
                $"its weights are of format '{proposal.Format.Short()}', but the collective's are of format '{start.Format}'; let its site run the same model");
        }

        return proposal.Bytes < 0 || proposal.Bytes > start.MaxBytes
            ? candidate.Refused(RoundFailure.ProposalTooLarge, $"its weights have {proposal.Bytes} bytes, but the format '{start.Format}' takes at most {start.MaxBytes}")
            : candidate;
    }

    /// <summary>Whether a proposer was asked, and has not answered yet.</summary>
    private static bool IsAwaited(RoundState state, string learner)
        => state is { Phase: RoundPhase.New or RoundPhase.Proposing, Failure: null } && state.Proposers.Contains(learner) && !state.Candidates.ContainsKey(learner);
}
