using CoLearn.Learners;

namespace CoLearn.Rounds;

/// <summary>What a round asks its learners, from what it knows.</summary>
internal static class Requests
{
    public static ProposeRequest Propose(RoundState state, string learner) => new()
    {
        Work = state.Work(learner),
        AcceptedHash = state.Start!.AcceptedHash,
        PreviousHash = state.Start.PreviousHash,
        TraceParent = state.TraceParent,
    };

    public static VoteRequest Vote(RoundState state, string learner) => new()
    {
        Work = state.Work(learner),
        ProposalHash = state.Proposal!.WeightsHash,
        Elector = state.Roll.IsElector(learner),
        AcceptedHash = state.Start!.AcceptedHash,
        Reference = state.Start.References.GetValueOrDefault(learner),
        PreviousHash = state.Start.PreviousHash,
        TraceParent = state.TraceParent,
    };

    public static AcceptRequest Accept(RoundState state, string learner) => new()
    {
        Work = state.Work(learner),
        AcceptedHash = state.Record!.ChangesWeights ? state.Record.Facts.ProposalHash : state.Start!.AcceptedHash,
        ProposalHash = state.Record.Facts.ProposalHash,
        Accepted = state.Record.ChangesWeights,
        RecordHash = state.Record.Hash,
        TraceParent = state.TraceParent,
    };
}
