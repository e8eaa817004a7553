namespace CoLearn;

/// <summary>One learner's answer to a proposal, with the scores it rests on.</summary>
/// <param name="Learner">The learner's name.</param>
/// <param name="Elector">Whether the answer counts: all learners but the proposer are electors in a turn, nobody in the initial round.</param>
/// <param name="Answer">The answer.</param>
/// <param name="VoteScore">The criterion on the learner's vote set; <see langword="null"/> where there is none or it is not finite.</param>
/// <param name="VoteLoss">The mean loss on the vote set, which breaks ties; <see langword="null"/> likewise.</param>
/// <param name="TestScore">The criterion on the learner's test set; <see langword="null"/> likewise.</param>
/// <param name="VoteSetHash">The hash of the vote set that was scored; <see langword="null"/> where nothing was scored.</param>
/// <param name="Reason">Why the learner abstained or a score is missing; <see langword="null"/> otherwise.</param>
/// <param name="Fault">What was wrong with the answer; <see langword="null"/> where nothing was. The round says it, not the learner.</param>
[GenerateSerializer, Immutable, Alias("colearn.Vote")]
public sealed record Vote(
    [property: Id(0)] string Learner,
    [property: Id(1)] bool Elector,
    [property: Id(2)] VoteAnswer Answer,
    [property: Id(3)] double? VoteScore = null,
    [property: Id(4)] double? VoteLoss = null,
    [property: Id(5)] double? TestScore = null,
    [property: Id(6)] string? VoteSetHash = null,
    [property: Id(7)] string? Reason = null,
    [property: Id(8)] VoteFault? Fault = null);
