namespace CoLearn;

/// <summary>What a vote is when the proposal's vote score equals the reference score exactly.</summary>
[GenerateSerializer, Alias("colearn.Ties")]
public enum Ties
{
    /// <summary>The lower loss approves; equal in both rejects, so unchanged weights never pass.</summary>
    ByLoss,

    /// <summary>A tie rejects.</summary>
    Reject,

    /// <summary>A tie approves. Lets a free rider's unchanged weights pass.</summary>
    Approve,
}
