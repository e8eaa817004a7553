namespace CoLearn;

/// <summary>The work that a learner is asked for: in which round, by which rule, on which slot, drawing from which seeds.</summary>
/// <param name="Learner">Which learner of which collective.</param>
/// <param name="Round">The round's index; 0 is the initial round.</param>
/// <param name="Rule">The collective's rule.</param>
/// <param name="Slot">The compute slot the work runs on; modules and optimizers are borrowed from it.</param>
/// <param name="Threads">How many threads the work may use inside on this slot, at least 1.</param>
/// <param name="Cancellation">Cancelled when the work is no longer wanted; long loops look at it.</param>
public sealed record RoundContext(
    LearnerContext Learner, int Round, CollectiveRule Rule, IComputeSlot Slot, int Threads, CancellationToken Cancellation)
{
    /// <summary>The seed of one piece of work; no generator advances from one round to the next. See <see cref="CoLearn.Seed"/>.</summary>
    /// <param name="purpose">What it is for, such as <c>"shuffle"</c>.</param>
    /// <returns>The seed.</returns>
    public long Seed(string purpose) => CoLearn.Seed.For(Learner.CollectiveSeed, Learner.Learner, Round, purpose);
}
