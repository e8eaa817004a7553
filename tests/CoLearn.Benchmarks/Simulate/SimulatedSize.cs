namespace CoLearn.Benchmarks.Simulate;

/// <summary>What so many learners took.</summary>
/// <param name="Learners">How many.</param>
/// <param name="Milliseconds">Each round's time, over the learners.</param>
/// <param name="AllocatedKilobytes">What was allocated in each round, over the learners.</param>
/// <param name="IdleBytes">What managed and native memory was in use before these rounds, after a forced collection.</param>
/// <param name="StartMilliseconds">The time until the initial round was over, over the learners.</param>
internal sealed record SimulatedSize(int Learners, IReadOnlyList<double> Milliseconds, IReadOnlyList<double> AllocatedKilobytes, long IdleBytes, double StartMilliseconds);
