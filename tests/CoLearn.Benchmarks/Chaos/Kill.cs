namespace CoLearn.Benchmarks.Chaos;

/// <summary>A silo was killed.</summary>
/// <param name="Site">Which.</param>
/// <param name="HeldTheRound">Whether the round's or the collective's grain was there, so that another silo had to take it over.</param>
/// <param name="AbsenceMilliseconds">How long it took until it was started again.</param>
/// <param name="Seconds">From SIGKILL until the next event of a round: a proposal, a vote, an outcome.</param>
internal sealed record Kill(string Site, bool HeldTheRound, int AbsenceMilliseconds, double Seconds);
