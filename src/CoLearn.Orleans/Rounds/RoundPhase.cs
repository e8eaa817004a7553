namespace CoLearn.Rounds;

/// <summary>What a round waits for.</summary>
[GenerateSerializer]
internal enum RoundPhase
{
    New,
    Proposing,
    Screening,
    Voting,
    Done,
}
