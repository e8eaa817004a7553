namespace CoLearn;

/// <summary>What a learner said of itself when it was asked, or why it said nothing.</summary>
/// <param name="Learner">The learner's name.</param>
/// <param name="Status">Its status, with the last round and the head that it confirmed; <see langword="null"/> where it could not be reached.</param>
/// <param name="Problem">Why it could not be reached, in a sentence; <see langword="null"/> where it could.</param>
public sealed record LearnerReply(string Learner, LearnerStatus? Status, string? Problem);
