namespace CoLearn.Benchmarks.Chaos;

/// <summary>What happens to three silos.</summary>
/// <param name="Rounds">How many rounds run.</param>
/// <param name="KillEvery">A silo is killed when so many rounds have ended since the last was started again, or up to twice as many.</param>
/// <param name="BusyMilliseconds">How long a training or an evaluation takes.</param>
/// <param name="BusyThreads">On how many threads of a silo.</param>
/// <param name="Seed">What chance draws from.</param>
internal sealed record ChaosPlan(int Rounds, int KillEvery, int BusyMilliseconds, int BusyThreads, int Seed);
