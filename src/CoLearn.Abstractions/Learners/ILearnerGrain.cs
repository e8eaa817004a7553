using CoLearn.Rounds;
using Orleans.Concurrency;

namespace CoLearn.Learners;

/// <summary>
/// A learner in a collective; its key is <c>collective/learner</c>, its grain type <c>learner.&lt;model&gt;</c>. Requests are put to the
/// compute queue and answered by a report later; a request that was served before is answered from memory.
/// </summary>
[Alias("colearn.ILearnerGrain"), GrainInterfaceType(InterfaceType)]
public interface ILearnerGrain : IGrainWithStringKey
{
    /// <summary>What Orleans knows the interface by.</summary>
    const string InterfaceType = "colearn.ILearnerGrain";

    /// <summary>Asks it to load its data and take part; reports to <see cref="Collectives.ICollectiveGrain.Joined"/>.</summary>
    /// <param name="request">The request.</param>
    /// <returns>Completes when the request is taken.</returns>
    [Alias("Join")]
    Task Join(JoinRequest request);

    /// <summary>Asks for a proposal; reports to <see cref="Rounds.IRoundGrain.Proposed"/>.</summary>
    /// <param name="request">The request.</param>
    /// <returns>Completes when the request is taken.</returns>
    [Alias("Propose")]
    Task Propose(ProposeRequest request);

    /// <summary>Says which proposal it may soon be asked to score, so that its silo has the weights by then. It need not be done, and is not reported.</summary>
    /// <param name="work">The round, and the learner.</param>
    /// <param name="proposalHash">The proposed weights.</param>
    /// <returns>Completes when it is sent; whether it arrives is not known.</returns>
    [Alias("Expect"), OneWay]
    Task Expect(WorkId work, string proposalHash);

    /// <summary>Asks for scores and a vote; reports to <see cref="Rounds.IRoundGrain.Voted"/>.</summary>
    /// <param name="request">The request.</param>
    /// <returns>Completes when the request is sent: the report shows that it was taken. Who cannot be reached is found out by <see cref="Status"/>.</returns>
    [Alias("Vote"), OneWay]
    Task Vote(VoteRequest request);

    /// <summary>Tells the outcome; reports to <see cref="Rounds.IRoundGrain.Confirmed"/>.</summary>
    /// <param name="request">The request.</param>
    /// <returns>Completes when the request is sent: the report shows that it was taken. Who cannot be reached is found out by <see cref="Status"/>.</returns>
    [Alias("Accept"), OneWay]
    Task Accept(AcceptRequest request);

    /// <summary>Cancels its work and lets its data go; reports to <see cref="Collectives.ICollectiveGrain.Stopped"/> when its slot is idle.</summary>
    /// <returns>Completes when the request is taken.</returns>
    [Alias("Stop")]
    Task Stop();

    /// <summary>What it is doing.</summary>
    /// <returns>Its status, at once, also while it trains.</returns>
    [Alias("Status"), AlwaysInterleave]
    Task<LearnerStatus> Status();
}
