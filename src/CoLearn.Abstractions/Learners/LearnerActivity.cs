namespace CoLearn;

/// <summary>What a learner is doing.</summary>
[GenerateSerializer, Alias("colearn.LearnerActivity")]
public enum LearnerActivity
{
    /// <summary>It has not joined.</summary>
    Absent,

    /// <summary>It loads its data.</summary>
    Joining,

    /// <summary>It waits to be asked.</summary>
    Idle,

    /// <summary>It trains, or waits for a compute slot to train on.</summary>
    Proposing,

    /// <summary>It scores a proposal, or waits for a compute slot to do so.</summary>
    Voting,

    /// <summary>It left.</summary>
    Stopped,
}
