namespace CoLearn;

/// <summary>A collective cannot do what was asked. The message is one sentence for the user.</summary>
/// <param name="message">Which collective, what, and why.</param>
public sealed class CollectiveException(string message) : Exception(message);
