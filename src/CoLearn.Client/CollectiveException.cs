namespace CoLearn;

/// <summary>A collective cannot do what was asked. The message is one sentence for the user.</summary>
/// <param name="message">Which collective, what, and why.</param>
/// <param name="inner">What it comes from; <see langword="null"/> where it comes from nothing else.</param>
public sealed class CollectiveException(string message, Exception? inner = null) : Exception(message, inner);
