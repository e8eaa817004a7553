namespace CoLearn.Averaging;

/// <summary>What one learner puts into an averaged proposal.</summary>
/// <param name="Learner">The learner's name.</param>
/// <param name="Weights">Its weights, trained from the accepted ones.</param>
/// <param name="Examples">How many examples it trained on, by its own word: any number may stand here.</param>
internal sealed record ContributedWeights(string Learner, Weights Weights, long Examples);
