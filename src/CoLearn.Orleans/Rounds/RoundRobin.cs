namespace CoLearn.Rounds;

/// <summary>Learners propose in the collective's order: the first in round 1, and so on around.</summary>
internal sealed class RoundRobin : IProposerChoice
{
    public string Name => "round-robin";

    public string Choose(ProposerTurn turn) => turn.Learners[(turn.Round - 1) % turn.Learners.Count];
}
