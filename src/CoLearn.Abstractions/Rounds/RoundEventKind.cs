namespace CoLearn;

/// <summary>What happened in a round.</summary>
[GenerateSerializer, Alias("colearn.RoundEventKind")]
public enum RoundEventKind
{
    /// <summary>The proposers were asked.</summary>
    Started,

    /// <summary>A proposal came in.</summary>
    Proposal,

    /// <summary>A learner's answer came in.</summary>
    Vote,

    /// <summary>The round ended.</summary>
    Outcome,
}
