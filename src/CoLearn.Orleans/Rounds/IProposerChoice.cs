namespace CoLearn.Rounds;

/// <summary>Chooses who proposes. Register one of your own as a singleton and name it in <see cref="CollectiveRule.ProposerChoice"/>.</summary>
public interface IProposerChoice
{
    /// <summary>The name that a rule refers to.</summary>
    string Name { get; }

    /// <summary>Chooses the proposer of a round; must depend on nothing but the turn.</summary>
    /// <param name="turn">The round, the learners and the seed.</param>
    /// <returns>One of the learners.</returns>
    string Choose(ProposerTurn turn);
}
