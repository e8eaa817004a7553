using CoLearn.Learners;

namespace CoLearn.Rounds;

/// <summary>What a round asks a learner.</summary>
/// <param name="command">What is to be done.</param>
/// <param name="name">The learner.</param>
/// <param name="learner">Its grain.</param>
/// <param name="state">What the round knows, at any time.</param>
/// <param name="take">Tells the round.</param>
/// <param name="time">The round's clock.</param>
internal sealed class LearnerQuestion(RoundCommand command, string name, ILearnerGrain learner, Func<RoundState> state, Func<RoundSignal, Task> take, TimeProvider time) : Question
{
    private readonly RoundPhase phase = state().Phase;

    public override bool IsWanted => Round.IsOutstanding(state(), command);

    public override TimeSpan Grace => state().Start is { } start && !start.Absent.Contains(name) ? start.Rule.Grace : TimeSpan.Zero;

    /// <summary>Votes and outcomes are sent one way, since the report says that they were taken; where it may be that they were not, it is tried first whether the learner answers.</summary>
    public override async Task SendAsync(bool again)
    {
        if (again && command is not RoundCommand.AskProposal)
            await learner.Status();
        await (command switch
        {
            RoundCommand.AskProposal => learner.Propose(Requests.Propose(state(), name)),
            RoundCommand.AskVote => learner.Vote(Requests.Vote(state(), name)),
            _ => learner.Accept(Requests.Accept(state(), name)),
        });
    }

    /// <summary>
    /// What a silo trained ends with it, also where it comes back; a vote can be cast anew. After a crash of the round's own silo nobody knows whether it was
    /// asked, and a site that has just been started again may not have announced itself yet: it has the grace.
    /// </summary>
    public override bool IsGone(Exception error) => phase == RoundPhase.Proposing && IsAsked && error is LearnerNotHostedException;

    public override Task GiveUpAsync(string reason) => take(new RoundSignal.Lost(phase, name, reason, time.GetUtcNow()));

    public override string ToString() => $"Round {state().Start!.Index} of collective '{state().Start!.Collective}' for learner '{name}'";
}
