namespace CoLearn;

/// <summary>What evaluating weights on a learner's private data gave.</summary>
/// <param name="Vote">The criterion on the vote set. Not finite where it is undefined.</param>
/// <param name="Loss">The mean loss on the vote set, which breaks ties; <see langword="null"/> where the learner has none.</param>
/// <param name="Test">The criterion on the test set; <see langword="null"/> without a test set.</param>
[GenerateSerializer, Immutable, Alias("colearn.Scores")]
public sealed record Scores([property: Id(0)] double Vote, [property: Id(1)] double? Loss = null, [property: Id(2)] double? Test = null)
{
    /// <summary>Further scores by name, shown and recorded but never voted on.</summary>
    [Id(3)]
    public IReadOnlyDictionary<string, double> Further { get; init; } = new Dictionary<string, double>();
}
