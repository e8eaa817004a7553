namespace CoLearn.Rounds;

/// <summary>What a round wants done once its state is saved.</summary>
internal abstract record RoundCommand
{
    public sealed record AskProposal(string Learner) : RoundCommand;

    public sealed record AskVote(string Learner) : RoundCommand;

    public sealed record TellOutcome(string Learner) : RoundCommand;

    public sealed record Advance : RoundCommand;
}
