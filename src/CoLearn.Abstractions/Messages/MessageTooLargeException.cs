namespace CoLearn;

/// <summary>A call between grains, or its answer, is larger than <c>MessageOptions.MaxBytes</c> and was not sent. The message says which and how large.</summary>
/// <param name="message">The sentence.</param>
[GenerateSerializer, Alias("colearn.MessageTooLargeException")]
public sealed class MessageTooLargeException(string message) : Exception(message);
