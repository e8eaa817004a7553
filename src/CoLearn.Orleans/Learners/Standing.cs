namespace CoLearn.Learners;

/// <summary>Where a learner stands: the last outcome it was told, or learned from a request.</summary>
/// <param name="Round">The last round whose outcome it knows.</param>
/// <param name="AcceptedHash">The weights it goes on with.</param>
/// <param name="Head">The record's hash, the head of the chain as it confirmed it.</param>
[GenerateSerializer, Immutable, Alias("colearn.Standing")]
internal sealed record Standing([property: Id(0)] int Round, [property: Id(1)] string? AcceptedHash, [property: Id(2)] string Head)
{
    /// <summary>Why a request of a round cannot be of the collective that this learner knows; <see langword="null"/> where it can.</summary>
    public string? Contradiction(int round, string previousHash)
        => round == Round + 1 && previousHash != Head
            ? $"The record of round {Round} was rewritten: its hash is {previousHash} now, and was {Head} when this learner confirmed it."
            : null;
}
