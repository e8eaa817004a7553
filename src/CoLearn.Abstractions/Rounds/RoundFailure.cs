namespace CoLearn;

/// <summary>Why a round had nothing to vote on.</summary>
[GenerateSerializer, Alias("colearn.RoundFailure")]
public enum RoundFailure
{
    /// <summary>The proposer's training ended with an error.</summary>
    ProposerFailed,

    /// <summary>The proposer missed its deadline.</summary>
    ProposerLate,

    /// <summary>The round was cancelled.</summary>
    Cancelled,

    /// <summary>The proposed weights are of another fingerprint, format or size than the collective's; nobody evaluated them.</summary>
    ProposalRefused,
}
