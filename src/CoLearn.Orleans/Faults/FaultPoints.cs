using CoLearn.Rounds;

namespace CoLearn.Faults;

/// <summary>Passes the fault points of this silo. Without faults, which is how silos run, it does nothing.</summary>
internal sealed class FaultPoints(IEnumerable<Fault> faults)
{
    private readonly Fault[] faults = [.. faults];

    public void Pass(FaultPoint point, string collective, int round)
    {
        foreach (var fault in faults)
        {
            if (fault.Point == point)
                fault.Happens(collective, round);
        }
    }

    /// <summary>What a round has just saved: the last answers come with the outcome.</summary>
    public static IEnumerable<FaultPoint> Saved(RoundState before, RoundState after)
    {
        var concluded = after.Phase == RoundPhase.Done && before.Phase == RoundPhase.Voting;
        if (after.Answers.Count > before.Answers.Count || (concluded && after.Events.Count - 1 > before.Events.Count))
            yield return FaultPoint.VotesSaved;
        if (after.Phase != before.Phase)
        {
            yield return after.Phase switch
            {
                RoundPhase.Proposing => FaultPoint.StartSaved,
                RoundPhase.Screening => FaultPoint.ProposalSaved,
                RoundPhase.Voting => FaultPoint.VotingSaved,
                _ => FaultPoint.OutcomeSaved,
            };
        }

        if (after.Told.Confirmed.Count > before.Told.Confirmed.Count)
            yield return FaultPoint.ConfirmSaved;
    }
}
