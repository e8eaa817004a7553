namespace CoLearn;

/// <summary>The ways to make a proposal, by name.</summary>
public static class Strategies
{
    /// <summary>One proposer a round; the others vote.</summary>
    public const string Turns = "turns";

    /// <summary>
    /// Several learners train at the same time from the accepted weights, and the mean of what they made is proposed; all vote. It needs tensors as weights.
    /// </summary>
    public const string Average = "average";
}
