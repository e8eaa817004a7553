namespace CoLearn.Examples.Mnist;

/// <summary>Shows rounds as they happen.</summary>
internal interface IRoundView
{
    /// <summary>Shows each round as it comes.</summary>
    /// <param name="table">What a round looks like.</param>
    /// <param name="rounds">The initial round and those after it.</param>
    /// <param name="total">How many come after the initial one.</param>
    Task FollowAsync(RoundTable table, IAsyncEnumerable<RoundRecord> rounds, int total);
}
