namespace CoLearn.Rounds;

/// <summary>Something that a round is told. <see cref="At"/> is measured, and decides nothing.</summary>
internal abstract record RoundSignal(DateTimeOffset At)
{
    /// <summary>The round begins; where it is traced, with its span, in the form of the W3C <c>traceparent</c> header.</summary>
    public sealed record Started(RoundStart Start, IReadOnlyList<string> Proposers, DateTimeOffset At, string? TraceParent = null) : RoundSignal(At);

    public sealed record Proposed(ProposalReport Report, DateTimeOffset At) : RoundSignal(At);

    /// <summary>What is voted on, <see langword="null"/> for nothing, and the candidates that were refused.</summary>
    public sealed record Screened(Proposal? Proposal, IReadOnlyList<Candidate> Refused, DateTimeOffset At) : RoundSignal(At);

    /// <summary>Many learners report together.</summary>
    public sealed record Voted(IReadOnlyList<VoteReport> Reports, DateTimeOffset At) : RoundSignal(At);

    /// <summary>A vote of the round before.</summary>
    public sealed record VotedLate(Vote Vote, DateTimeOffset At) : RoundSignal(At);

    /// <summary>A learner could not be reached for longer than the grace.</summary>
    public sealed record Lost(RoundPhase Phase, string Learner, string Reason, DateTimeOffset At) : RoundSignal(At);

    public sealed record DeadlinePassed(RoundPhase Phase, DateTimeOffset At) : RoundSignal(At);

    public sealed record Cancelled(DateTimeOffset At) : RoundSignal(At);

    /// <summary>The collective has taken the record.</summary>
    public sealed record Advanced(DateTimeOffset At) : RoundSignal(At);

    public sealed record Confirmed(IReadOnlyList<ConfirmReport> Reports, DateTimeOffset At) : RoundSignal(At);
}
