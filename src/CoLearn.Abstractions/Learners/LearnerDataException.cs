namespace CoLearn;

/// <summary>A learner's private data cannot be used. The message is one sentence for the site's owner.</summary>
/// <param name="message">What is wrong, where, and what would work.</param>
/// <param name="inner">The cause, where there is one.</param>
public sealed class LearnerDataException(string message, Exception? inner = null) : Exception(message, inner);
