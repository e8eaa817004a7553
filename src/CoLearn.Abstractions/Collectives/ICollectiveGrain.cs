using CoLearn.Learners;
using Orleans.Concurrency;

namespace CoLearn.Collectives;

/// <summary>A collective; its key is the collective's id.</summary>
[Alias("colearn.ICollectiveGrain")]
public interface ICollectiveGrain : IGrainWithStringKey
{
    /// <summary>Creates the collective: its learners join, and the initial round makes them equal. Creating it again with the same settings changes nothing.</summary>
    /// <param name="settings">What it is created with.</param>
    /// <returns>Its status; <see cref="CollectivePhase.Refused"/> with the problem where the settings cannot work.</returns>
    [Alias("Create")]
    Task<CollectiveStatus> Create(CollectiveSettings settings);

    /// <summary>Lets it run until a round is done; a round before the present target changes nothing.</summary>
    /// <param name="index">The last round to run.</param>
    /// <returns>Its status.</returns>
    [Alias("RunTo")]
    Task<CollectiveStatus> RunTo(int index);

    /// <summary>Begins no further round until it is resumed.</summary>
    /// <returns>Its status.</returns>
    [Alias("Pause")]
    Task<CollectiveStatus> Pause();

    /// <summary>Goes on after a pause.</summary>
    /// <returns>Its status.</returns>
    [Alias("Resume")]
    Task<CollectiveStatus> Resume();

    /// <summary>Cancels the round that runs and ends the collective.</summary>
    /// <returns>Its status; <see cref="CollectivePhase.Cancelled"/> follows when all compute slots have let go.</returns>
    [Alias("Cancel")]
    Task<CollectiveStatus> Cancel();

    /// <summary>Lets the round that runs end, then ends the collective: its learners let their data go.</summary>
    /// <returns>Its status; <see cref="CollectivePhase.Finished"/> follows when all compute slots have let go.</returns>
    [Alias("Finish")]
    Task<CollectiveStatus> Finish();

    /// <summary>Invites a further learner: once it has joined it votes from the next round on, and takes its turn last.</summary>
    /// <param name="learner">The learner's name.</param>
    /// <returns>Its status; the learner's name stands in <see cref="CollectiveStatus.Learners"/> once it has joined, or in <see cref="CollectiveStatus.Refused"/>.</returns>
    [Alias("Invite")]
    Task<CollectiveStatus> Invite(string learner);

    /// <summary>Lets a learner leave: it is asked for nothing from the next round on. The last learner cannot leave.</summary>
    /// <param name="learner">The learner's name.</param>
    /// <returns>Its status.</returns>
    [Alias("Leave")]
    Task<CollectiveStatus> Leave(string learner);

    /// <summary>Does again what is outstanding, in case it was lost with a silo; the watch of each silo calls it every few seconds.</summary>
    /// <returns>What it goes on with, so that it can be kept; <see langword="null"/> where nothing is accepted yet.</returns>
    [Alias("Wake"), AlwaysInterleave]
    Task<AcceptedWeights?> Wake();

    /// <summary>Its status.</summary>
    /// <param name="afterVersion">Waits a while for a later version than this one; −1 answers at once.</param>
    /// <returns>Its status, unchanged where nothing happened within the wait.</returns>
    [Alias("Status"), AlwaysInterleave]
    Task<CollectiveStatus> Status(long afterVersion);

    /// <summary>Finished rounds after an index, in order; waits a while where there are none yet.</summary>
    /// <param name="index">The last index that is known; −1 for none.</param>
    /// <param name="whileRunning">Whether to wait only while rounds run; else it waits for rounds that somebody may ask for.</param>
    /// <returns>At most 64 records; empty where none came within the wait.</returns>
    [Alias("RecordsAfter"), AlwaysInterleave]
    Task<IReadOnlyList<RoundRecord>> RecordsAfter(int index, bool whileRunning);

    /// <summary>Takes a learner's report that it takes part, or why it cannot.</summary>
    /// <param name="report">The report.</param>
    /// <returns>Completes when it is saved, which acknowledges it.</returns>
    [Alias("Joined")]
    Task Joined(JoinReport report);

    /// <summary>Takes a learner's report that nothing of it runs any more.</summary>
    /// <param name="learner">The learner's name.</param>
    /// <returns>Completes when it is saved, which acknowledges it.</returns>
    [Alias("Stopped")]
    Task Stopped(string learner);

    /// <summary>Advances by a round's saved outcome, by compare-and-set on its index and previous hash; a repeated one changes nothing.</summary>
    /// <param name="record">The record.</param>
    /// <returns>Completes when it is saved, which acknowledges it.</returns>
    [Alias("Committed")]
    Task Committed(RoundRecord record);
}
