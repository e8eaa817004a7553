namespace CoLearn.Examples.Mnist;

/// <summary>What differs between runs of equal seeds, or may.</summary>
/// <param name="TotalSeconds">From the start to the results.</param>
/// <param name="PeakMemoryBytes">The most memory that the process had.</param>
/// <param name="Threads">How many learners worked at a time, at most; it changes times and the last bits of scores.</param>
internal sealed record RunMeasurements(double TotalSeconds, long PeakMemoryBytes, int Threads);
