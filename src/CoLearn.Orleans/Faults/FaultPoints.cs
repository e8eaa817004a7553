using CoLearn.Rounds;

namespace CoLearn.Faults;

/// <summary>Passes the fault points of this silo. Without faults, which is how silos run, it does nothing.</summary>
internal sealed class FaultPoints(IEnumerable<Fault> faults)
{
    private readonly Fault[] faults = [.. faults];

    public void Pass(FaultPoint? point, string collective, int round)
    {
        foreach (var fault in faults)
        {
            if (fault.Point == point)
                fault.Happens(collective, round);
        }
    }

    /// <summary>What a round has just saved.</summary>
    public static FaultPoint? Saved(RoundState before, RoundState after) => after switch
    {
        _ when after.Phase != before.Phase => after.Phase switch
        {
            RoundPhase.Proposing => FaultPoint.StartSaved,
            RoundPhase.Screening => FaultPoint.ProposalSaved,
            RoundPhase.Voting => FaultPoint.VotingSaved,
            _ => FaultPoint.OutcomeSaved,
        },
        _ when after.Answers.Count != before.Answers.Count => FaultPoint.VotesSaved,
        _ when after.Confirmed.Count != before.Confirmed.Count => FaultPoint.ConfirmSaved,
        _ => null,
    };
}
