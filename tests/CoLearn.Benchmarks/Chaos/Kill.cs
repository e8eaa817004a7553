namespace CoLearn.Benchmarks.Chaos;

/// <summary>A silo was killed.</summary>
/// <param name="Site">Which.</param>
/// <param name="Round">The round that ran when it was back.</param>
/// <param name="TakenOver">Whether another silo had to take over the round or the collective.</param>
/// <param name="AbsenceMilliseconds">How long it took until it was started again.</param>
/// <param name="Seconds">From SIGKILL until the next event of a round happened: a proposal, a vote, an outcome.</param>
/// <param name="SeenSeconds">From SIGKILL until the client had that event.</param>
internal sealed record Kill(string Site, int Round, bool TakenOver, int AbsenceMilliseconds, double Seconds, double SeenSeconds);
