namespace CoLearn.Rounds;

/// <summary>Each round's proposer is drawn by the collective's seed and the round's index.</summary>
internal sealed class SeededRandom : IProposerChoice
{
    public string Name => "seeded-random";

    public string Choose(ProposerTurn turn)
        => turn.Learners[(int)((ulong)Seed.For(turn.Seed, string.Empty, turn.Round, "proposer") % (ulong)turn.Learners.Count)];
}
