namespace CoLearn.Rounds;

/// <summary>Who is asked to propose in a round.</summary>
internal sealed class Proposers(IEnumerable<IProposerChoice> choices)
{
    private readonly IProposerChoice[] choices = [.. choices];

    public IEnumerable<string> Choices => choices.Select(choice => choice.Name);

    /// <summary>One learner in turns. For an average as many as the rule says: the chosen one, and those that follow it in the collective's order.</summary>
    public IReadOnlyList<string> Of(RoundStart start)
    {
        var learners = start.Learners;
        // Nothing to choose by yet: whoever can make the first weights.
        if (start.AcceptedHash is null)
            return [learners[start.Index % learners.Count]];

        var chosen = choices.Single(choice => choice.Name == start.Rule.ProposerChoice).Choose(new(start.Index, learners, start.Seed));
        if (start.Rule.Strategy != Strategies.Average)
            return [chosen];
        var count = start.Rule.Contributors is > 0 and var wanted && wanted < learners.Count ? wanted : learners.Count;
        var first = learners.ToList().IndexOf(chosen);
        return [.. Enumerable.Range(first, count).Select(place => learners[place % learners.Count])];
    }
}
