namespace CoLearn.Rounds;

/// <summary>Something that a round is told. <see cref="At"/> is measured, and decides nothing.</summary>
internal abstract record RoundSignal(DateTimeOffset At)
{
    public sealed record Started(RoundStart Start, string Proposer, DateTimeOffset At) : RoundSignal(At);

    public sealed record Proposed(ProposalReport Report, DateTimeOffset At) : RoundSignal(At);

    public sealed record Voted(VoteReport Report, DateTimeOffset At) : RoundSignal(At);

    public sealed record Confirmed(ConfirmReport Report, DateTimeOffset At) : RoundSignal(At);

    public sealed record DeadlinePassed(RoundPhase Phase, DateTimeOffset At) : RoundSignal(At);

    public sealed record Cancelled(DateTimeOffset At) : RoundSignal(At);
}
