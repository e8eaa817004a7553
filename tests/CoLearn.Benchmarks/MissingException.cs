namespace CoLearn.Benchmarks;

/// <summary>What a benchmark needs is not on this machine.</summary>
internal sealed class MissingException(string message, Exception? cause = null) : Exception(message, cause);
