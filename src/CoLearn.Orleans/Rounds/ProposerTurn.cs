namespace CoLearn.Rounds;

/// <summary>What a choice of the proposer may rest on: the same for whoever computes it.</summary>
/// <param name="Round">The round's index, at least 1 once there are accepted weights.</param>
/// <param name="Learners">The learners in the collective's order.</param>
/// <param name="Seed">The collective's seed.</param>
public sealed record ProposerTurn(int Round, IReadOnlyList<string> Learners, long Seed);
