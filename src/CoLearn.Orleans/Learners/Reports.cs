using System.Collections.Concurrent;
using CoLearn.Registry;
using CoLearn.Rounds;
using Microsoft.Extensions.Logging;

namespace CoLearn.Learners;

/// <summary>
/// The reports of this silo's learners on their way to rounds, until they are taken. Where many learners report at once they share messages.
/// </summary>
internal sealed class Reports(IGrainFactory grains, ClusterView cluster, TimeProvider time, ILogger<Reports> log) : IDisposable
{
    /// <summary>With the longest reasons these stay well below what a message may have.</summary>
    private const int Most = 256;

    private readonly Delivery delivery = new(time, log);
    private readonly ConcurrentDictionary<string, Outlets> byCollective = [];

    public void Voted(VoteReport report) => Of(report.Work).Votes.Add(report).Ignore();

    public void Confirmed(ConfirmReport report) => Of(report.Work).Confirms.Add(report).Ignore();

    /// <summary>What was not taken yet is asked for again, where the learners are then.</summary>
    public void Dispose() => delivery.Dispose();

    /// <summary>Only those of a collective's last round are many; what comes for another one goes with groups of its own.</summary>
    private Outlets Of(WorkId work)
        => byCollective.TryGetValue(work.Collective, out var known) && known.Round == work.Round
            ? known
            : byCollective.AddOrUpdate(work.Collective, _ => To(work), (_, other) => other.Round == work.Round ? other : To(work));

    private Outlets To(WorkId work)
    {
        var round = grains.GetGrain<IRoundGrain>(work.Round, work.Collective, null);
        return new(work.Round, Groups<VoteReport>(round.Voted), Groups<ConfirmReport>(round.Confirmed));

        Groups<T> Groups<T>(Func<IReadOnlyList<T>, Task> report) => new(
            group => delivery.UntilTakenAsync(() => report(group), () => cluster.TakesCalls, () => $"A report of {group.Count} learners on round {work.Round} of collective '{work.Collective}'"),
            Most,
            apart: true);
    }

    private sealed record Outlets(int Round, Groups<VoteReport> Votes, Groups<ConfirmReport> Confirms);
}
