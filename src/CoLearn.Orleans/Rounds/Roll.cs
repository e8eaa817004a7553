namespace CoLearn.Rounds;

/// <summary>Who takes part in a round, found by name: looking through its list for each vote would cost the square of the learners.</summary>
internal sealed class Roll
{
    private readonly HashSet<string> learners;
    private readonly HashSet<string> electors;

    public Roll(RoundState state)
    {
        learners = [.. state.Start!.Learners];
        electors = [.. state.Electors];
    }

    public bool Has(string learner) => learners.Contains(learner);

    /// <summary>The name as the round has it, the same object each time.</summary>
    public string Name(string learner) => learners.TryGetValue(learner, out var known) ? known : learner;

    public bool IsElector(string learner) => electors.Contains(learner);
}
