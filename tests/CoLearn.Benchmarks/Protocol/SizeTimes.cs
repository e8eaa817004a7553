namespace CoLearn.Benchmarks.Protocol;

/// <summary>How many milliseconds a round of so many learners takes.</summary>
internal sealed record SizeTimes(int Size, Sample Floor, Sample Protocol, Sample Traced);
