namespace CoLearn.Rounds;

/// <summary>A signal that a round has noted, and what is to be done once that is saved.</summary>
internal sealed record Noting(RoundSignal Signal, IReadOnlyList<RoundCommand> Commands);
