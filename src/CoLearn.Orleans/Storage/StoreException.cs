namespace CoLearn;

/// <summary>
/// What a silo is to keep cannot be kept: its directory or one of the files there cannot be used. The message is one sentence that says which and what to do.
/// </summary>
/// <param name="message">The sentence.</param>
/// <param name="inner">The cause, where there is one.</param>
public sealed class StoreException(string message, Exception? inner = null) : Exception(message, inner);
