namespace CoLearn;

/// <summary>Which learner of which collective something is done for.</summary>
/// <param name="Collective">The collective's id.</param>
/// <param name="Learner">The learner's name within the collective.</param>
/// <param name="Model">The model's name.</param>
/// <param name="CollectiveSeed">The collective's seed, equal for all its learners.</param>
public sealed record LearnerContext(string Collective, string Learner, string Model, long CollectiveSeed)
{
    /// <summary>How many examples of the vote set the rule uses, cut once by seed; 0 for all.</summary>
    public int VoteExamples { get; init; }

    /// <summary>A seed for something done once in a learner's life, such as a split. See <see cref="CoLearn.Seed"/>.</summary>
    /// <param name="purpose">What it is for, such as <c>"split"</c>.</param>
    /// <returns>The seed.</returns>
    public long Seed(string purpose) => CoLearn.Seed.For(CollectiveSeed, Learner, round: -1, purpose);
}
