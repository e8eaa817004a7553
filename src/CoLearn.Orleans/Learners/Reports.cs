using System.Collections.Concurrent;
using CoLearn.Rounds;

namespace CoLearn.Learners;

/// <summary>
/// The reports of this silo's learners on their way to rounds. Where many learners report at once they share messages; each learner still hears whether its own
/// report was taken, and repeats it where it was not.
/// </summary>
internal sealed class Reports(IGrainFactory grains)
{
    /// <summary>Large messages are slow.</summary>
    private const int Most = 1024;

    private readonly ConcurrentDictionary<string, (int Round, Groups<VoteReport> Votes, Groups<ConfirmReport> Confirms)> byCollective = [];

    public Task Voted(VoteReport report) => Of(report.Work).Votes.Add(report);

    public Task Confirmed(ConfirmReport report) => Of(report.Work).Confirms.Add(report);

    /// <summary>Only those of a collective's last round are many; what comes for another one goes with groups of its own.</summary>
    private (int Round, Groups<VoteReport> Votes, Groups<ConfirmReport> Confirms) Of(WorkId work)
        => byCollective.TryGetValue(work.Collective, out var known) && known.Round == work.Round
            ? known
            : byCollective.AddOrUpdate(work.Collective, _ => To(work), (_, other) => other.Round == work.Round ? other : To(work));

    private (int Round, Groups<VoteReport> Votes, Groups<ConfirmReport> Confirms) To(WorkId work)
    {
        var round = grains.GetGrain<IRoundGrain>(work.Round, work.Collective, null);
        return (work.Round, new(round.Voted, Most, apart: true), new(round.Confirmed, Most, apart: true));
    }
}
