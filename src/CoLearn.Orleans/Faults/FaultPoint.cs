namespace CoLearn;

/// <summary>A place between two steps of a round, where a test can let something fail.</summary>
public enum FaultPoint
{
    /// <summary>The round has begun, and nobody was asked yet.</summary>
    StartSaved,

    /// <summary>The proposer has noted that it begins to train.</summary>
    TrainingNoted,

    /// <summary>The proposer has noted its proposal, and has not reported it.</summary>
    ProposalNoted,

    /// <summary>The round has saved that all proposals are in; none was screened.</summary>
    ProposalSaved,

    /// <summary>The round has saved what is voted on, and nobody was asked to vote.</summary>
    VotingSaved,

    /// <summary>The round has saved some answers.</summary>
    VotesSaved,

    /// <summary>The outcome is decided, and not saved.</summary>
    OutcomeDecided,

    /// <summary>The outcome is saved, which is the commit; nobody was told.</summary>
    OutcomeSaved,

    /// <summary>The collective has taken the record and begun the next round.</summary>
    RecordSaved,

    /// <summary>The learner has noted the outcome, and has not confirmed it.</summary>
    AcceptNoted,

    /// <summary>The round has saved a confirmation.</summary>
    ConfirmSaved,
}
