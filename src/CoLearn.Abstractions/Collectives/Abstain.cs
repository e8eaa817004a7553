namespace CoLearn;

/// <summary>What an elector that abstains is in the tally.</summary>
[GenerateSerializer, Alias("colearn.Abstain")]
public enum Abstain
{
    /// <summary>It counts as an elector that did not approve: the threshold is a share of all electors.</summary>
    Counted,

    /// <summary>It does not count: the threshold is a share of those who voted. Name a <see cref="CollectiveRule.Quorum"/> with it.</summary>
    Excluded,
}
