using Orleans.Concurrency;

namespace CoLearn.Rounds;

/// <summary>One round of one collective; its key is the round's index with the collective's id.</summary>
[Alias("colearn.IRoundGrain")]
public interface IRoundGrain : IGrainWithIntegerCompoundKey
{
    /// <summary>Begins the round; a repeated start changes nothing.</summary>
    /// <param name="start">All the round needs to know.</param>
    /// <returns>Completes when the start is saved.</returns>
    [Alias("Start")]
    Task Start(RoundStart start);

    /// <summary>Takes a proposer's report.</summary>
    /// <param name="report">The report.</param>
    /// <returns>Completes when it is saved, which acknowledges it.</returns>
    [Alias("Proposed")]
    Task Proposed(ProposalReport report);

    /// <summary>Takes learners' answers.</summary>
    /// <param name="reports">The reports of one or many learners.</param>
    /// <returns>Completes when they are taken, which acknowledges them. They are saved soon; what is lost before is asked for again.</returns>
    [Alias("Voted")]
    Task Voted(IReadOnlyList<VoteReport> reports);

    /// <summary>Takes a vote on the round before that came after its end; this round's record lists it.</summary>
    /// <param name="vote">The vote.</param>
    /// <returns>Completes when it is saved.</returns>
    [Alias("VotedLate")]
    Task VotedLate(Vote vote);

    /// <summary>Takes learners' confirmations of the outcome.</summary>
    /// <param name="reports">The reports of one or many learners.</param>
    /// <returns>Completes when they are saved.</returns>
    [Alias("Confirmed")]
    Task Confirmed(IReadOnlyList<ConfirmReport> reports);

    /// <summary>Ends a round that has no outcome yet as failed.</summary>
    /// <returns>Completes when that is saved.</returns>
    [Alias("Cancel")]
    Task Cancel();

    /// <summary>The finished round.</summary>
    /// <returns>The record; <see langword="null"/> before the outcome is saved.</returns>
    [Alias("Record"), AlwaysInterleave]
    Task<RoundRecord?> Record();

    /// <summary>What happened after a place in the round; waits a while where nothing has yet.</summary>
    /// <param name="sequence">How many events were seen.</param>
    /// <returns>Further events; empty where none came within the wait.</returns>
    [Alias("EventsAfter"), AlwaysInterleave]
    Task<IReadOnlyList<RoundEvent>> EventsAfter(int sequence);
}
