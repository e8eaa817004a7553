namespace CoLearn;

/// <summary>Where a collective is in its life.</summary>
[GenerateSerializer, Alias("colearn.CollectivePhase")]
public enum CollectivePhase
{
    /// <summary>It was never created.</summary>
    Unknown,

    /// <summary>Its learners load their data.</summary>
    Joining,

    /// <summary>It cannot start; the problem says why.</summary>
    Refused,

    /// <summary>All rounds that were asked for are done.</summary>
    Idle,

    /// <summary>A round runs.</summary>
    Running,

    /// <summary>No further round begins until it is resumed; a round that runs still ends.</summary>
    Paused,

    /// <summary>Its learners let their data go.</summary>
    Finishing,

    /// <summary>It has ended; its records and its accepted weights stay.</summary>
    Finished,

    /// <summary>Work that runs is being cancelled.</summary>
    Cancelling,

    /// <summary>It was cancelled, and nothing of it runs any more.</summary>
    Cancelled,
}
