namespace CoLearn.Examples.Mnist;

/// <summary>Results that cannot be compared; the message says which and why, in a sentence.</summary>
internal sealed class ComparisonException(string message, Exception? inner = null) : Exception(message, inner);
