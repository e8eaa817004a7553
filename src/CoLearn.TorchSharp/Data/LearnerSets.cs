namespace CoLearn.Data;

/// <summary>A TorchSharp learner's private data. The three sets are pairwise disjoint: no example stands in two of them. Owns the sets.</summary>
/// <param name="Train">What it trains on; not empty.</param>
/// <param name="Vote">What it votes with; not empty, and the same for the learner's whole life.</param>
/// <param name="Test">What it tests with; <see langword="null"/> without a test set.</param>
public sealed record LearnerSets(ExampleSet Train, ExampleSet Vote, ExampleSet? Test = null) : IDisposable
{
    /// <summary>Frees the sets.</summary>
    public void Dispose()
    {
        Train.Dispose();
        Vote.Dispose();
        Test?.Dispose();
    }
}
