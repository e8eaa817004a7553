namespace CoLearn.Rounds;

/// <summary>What a round wants done once its state is saved, and again after a crash until it is.</summary>
internal abstract record RoundCommand
{
    /// <summary>A learner is asked for something, or told, until the round knows that it did it.</summary>
    public abstract record Ask(string Learner) : RoundCommand;

    public sealed record AskProposal(string Learner) : Ask(Learner);

    /// <summary>Look at the candidates, and make of them what is voted on.</summary>
    public sealed record Screen : RoundCommand;

    public sealed record AskVote(string Learner) : Ask(Learner);

    public sealed record Advance : RoundCommand;

    public sealed record TellOutcome(string Learner) : Ask(Learner);

    /// <summary>A vote came after its round: the next record lists it.</summary>
    public sealed record PassOn(Vote Late) : RoundCommand;
}
