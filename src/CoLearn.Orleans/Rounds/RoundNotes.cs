using CoLearn.Exchange;

namespace CoLearn.Rounds;

/// <summary>What a round writes down: signals as they come in, votes as they are recorded, times.</summary>
internal static class RoundNotes
{
    /// <summary>Notes a signal; one that is repeated, foreign or too late changes nothing.</summary>
    public static RoundState Note(RoundState state, RoundSignal signal) => signal switch
    {
        RoundSignal.Started started when state.Start is null => NoteStart(state, started),
        RoundSignal.Proposed { Report: var report } when IsProposers(state, report) => NoteProposal(state, report),
        RoundSignal.Voted { Report: var report } when IsVote(state, report) => NoteVote(state, report),
        RoundSignal.Confirmed { Report: var report } when IsOurs(state, report.Work) && report.RecordHash == state.Record?.Hash
            => state with { Confirmed = state.Confirmed.Add(report.Work.Learner) },
        RoundSignal.DeadlinePassed { Phase: RoundPhase.Proposing } when state.Phase == RoundPhase.Proposing
            => Fail(state, RoundFailure.ProposerLate, $"Learner '{state.Proposer}' did not propose in time."),
        RoundSignal.DeadlinePassed { Phase: RoundPhase.Voting } passed when state.Phase == RoundPhase.Voting
            => state with { VotingClosed = true, AnsweredAt = passed.At },
        RoundSignal.Cancelled when state.Start is not null && state.Phase != RoundPhase.Done
            => Fail(state, RoundFailure.Cancelled, "The collective was cancelled."),
        _ => state,
    };

    /// <summary>Every learner's vote as it is recorded, by name. Whether it counts is ours to say, not the learner's.</summary>
    public static IReadOnlyList<Vote> Votes(RoundState state)
    {
        var electors = state.Electors.ToHashSet();
        return [.. state.Start!.Learners.Order(StringComparer.Ordinal).Select(learner => Recorded(state, learner, electors.Contains(learner)))];
    }

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

    /// <summary>The outcome has been saved: the record says how long that took. Facts and hash stay.</summary>
    public static RoundState Committed(RoundState state, DateTimeOffset at)
    {
        var record = state.Record! with { Measurements = Measure(state, at) };
        return state with { Record = record, Events = state.Events.SetItem(state.Events.Count - 1, state.Events[^1] with { Record = record }) };
    }

    public static RoundState Happened(RoundState state, Func<RoundCursor, RoundEvent> happened)
    {
        var index = state.Start!.Index;
        var last = state.Phase == RoundPhase.Done;
        return state with { Events = state.Events.Add(happened(last ? new(index + 1, 0) : new(index, state.Events.Count + 1))) };
    }

    private static RoundState NoteStart(RoundState state, RoundSignal.Started started)
    {
        state = state with { Start = started.Start, Proposer = started.Proposer, StartedAt = started.At };
        return Happened(state, next => new(next, RoundEventKind.Started, Proposers: [started.Proposer]));
    }

    private static RoundState NoteProposal(RoundState state, ProposalReport report)
    {
        if (report.Proposal is not { } proposal)
            return Fail(state, RoundFailure.ProposerFailed, $"Learner '{state.Proposer}' could not propose: {report.Reason}");

        state = state with { Proposal = proposal };
        if (Refusal(state.Start!, proposal) is { } refusal)
            return Fail(state, RoundFailure.ProposalRefused, $"The proposal of learner '{state.Proposer}' is refused: {refusal}.");
        return Happened(state, next => new(next, RoundEventKind.Proposal, Proposal: proposal));
    }

    private static RoundState NoteVote(RoundState state, VoteReport report)
    {
        state = state with { Answers = state.Answers.Add(report.Work.Learner, report) };
        var vote = Recorded(state, report.Work.Learner, state.Electors.Contains(report.Work.Learner));
        return Happened(state, next => new(next, RoundEventKind.Vote, Vote: vote));
    }

    /// <summary>What a proposal says of itself is held against the collective's model. That it speaks the truth, each elector finds out before it evaluates.</summary>
    private static string? Refusal(RoundStart start, Proposal proposal)
    {
        if (proposal.Fingerprint != start.Fingerprint)
            return $"its model has the fingerprint {proposal.Fingerprint.Short()}, but the collective's has {start.Fingerprint.Short()}; let its site run the same model";
        if (proposal.Format != start.Format)
            return $"its weights are of format '{proposal.Format.Short()}', but the collective's are of format '{start.Format}'; let its site run the same model";
        return proposal.Bytes < 0 || proposal.Bytes > start.MaxBytes
            ? $"its weights have {proposal.Bytes} bytes, but the format '{start.Format}' takes at most {start.MaxBytes}"
            : null;
    }

    private static RoundState Fail(RoundState state, RoundFailure failure, string reason) => state with { Failure = failure, Reason = reason };

    private static bool IsProposers(RoundState state, ProposalReport report)
        => IsOurs(state, report.Work) && report.Work.Learner == state.Proposer && state is { Proposal: null, Failure: null }
            && state.Phase is RoundPhase.New or RoundPhase.Proposing;

    private static bool IsVote(RoundState state, VoteReport report)
        => IsOurs(state, report.Work) && state.Phase != RoundPhase.Done && !state.VotingClosed && !state.Answers.ContainsKey(report.Work.Learner)
            && (state.Proposal is null || state.Proposal.WeightsHash == report.ProposalHash);

    private static bool IsOurs(RoundState state, WorkId work)
        => state.Start is { } start && work == state.Work(work.Learner) && start.Learners.Contains(work.Learner);

    private static Vote Recorded(RoundState state, string learner, bool elector)
    {
        if (!state.Answers.TryGetValue(learner, out var report))
            return new(learner, elector, elector ? VoteAnswer.Abstain : VoteAnswer.None, Reason: "It did not answer in time.");

        var score = Finite(report.Vote.VoteScore);
        var answer = report.Vote.Answer switch
        {
            _ when !elector => VoteAnswer.None,
            VoteAnswer.Approve when score is null => VoteAnswer.Reject,
            VoteAnswer.None => VoteAnswer.Abstain,
            var given => given,
        };
        return report.Vote with
        {
            Learner = learner,
            Elector = elector,
            Answer = answer,
            VoteScore = score,
            VoteLoss = Finite(report.Vote.VoteLoss),
            TestScore = Finite(report.Vote.TestScore),
        };
    }

    private static double? Finite(double? score) => score is { } value && double.IsFinite(value) ? value : null;
}
