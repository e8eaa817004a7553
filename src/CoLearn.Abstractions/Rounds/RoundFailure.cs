namespace CoLearn;

/// <summary>Why a round had nothing to vote on, or why a learner's contribution was left out of it.</summary>
[GenerateSerializer, Alias("colearn.RoundFailure")]
public enum RoundFailure
{
    /// <summary>The proposer's training ended with an error.</summary>
    ProposerFailed,

    /// <summary>The proposer missed its deadline.</summary>
    ProposerLate,

    /// <summary>The round was cancelled.</summary>
    Cancelled,

    /// <summary>The proposed weights are of another fingerprint or format than the collective's; nobody evaluated them. So are those that follow.</summary>
    ProposalRefused,

    /// <summary>The proposer was lost while it trained, or could not be reached.</summary>
    ProposerLost,

    /// <summary>The proposed weights are not held where they should be, or are damaged.</summary>
    ProposalMissing,

    /// <summary>The bytes of the proposed weights do not keep their format.</summary>
    ProposalUnreadable,

    /// <summary>The proposed tensors have other names, shapes or types than the accepted ones.</summary>
    ProposalMisshapen,

    /// <summary>The proposed tensors hold numbers that are not finite.</summary>
    ProposalNotFinite,

    /// <summary>The proposed weights are larger than allowed.</summary>
    ProposalTooLarge,

    /// <summary>The norm of the proposed tensors is over its bound.</summary>
    ProposalOverNorm,

    /// <summary>The proposed tensors are farther from the accepted ones than allowed.</summary>
    ProposalTooFar,

    /// <summary>Fewer electors voted than the quorum asks for.</summary>
    QuorumMissed,
}
