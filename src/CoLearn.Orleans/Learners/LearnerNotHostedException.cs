namespace CoLearn.Learners;

/// <summary>No site, or more than one, hosts a learner. The message says which.</summary>
/// <param name="message">Which learner, which sites, and what would work.</param>
[GenerateSerializer, Alias("colearn.LearnerNotHostedException")]
public sealed class LearnerNotHostedException(string message) : Exception(message);
