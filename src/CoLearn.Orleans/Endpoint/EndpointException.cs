namespace CoLearn;

/// <summary>A silo cannot serve its weights at the address that it was told. The message is one sentence that says why and what to do.</summary>
/// <param name="message">The sentence.</param>
/// <param name="inner">The cause, where there is one.</param>
public sealed class EndpointException(string message, Exception? inner = null) : Exception(message, inner);
