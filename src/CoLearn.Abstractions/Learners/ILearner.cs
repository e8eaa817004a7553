namespace CoLearn;

/// <summary>
/// A learner's algorithm. It keeps no weights of its own: weights come in and go out, so that nothing of the collective is lost with
/// it, and learners of one silo share them. It returns scores; the framework votes by the collective's rule, accepts, and knows the current weights.
/// Methods are synchronous, may take minutes, and are called on a compute slot, never two at a time for one learner.
/// An exception makes the learner abstain, and its message becomes the recorded reason. Disposed with its grain where it is disposable.
/// </summary>
public interface ILearner
{
    /// <summary>What the learner's private data amounts to, in counts and a hash only.</summary>
    DataSummary Data { get; }

    /// <summary>The weights to begin with, drawn from <see cref="RoundContext.Seed(string)"/>.</summary>
    /// <param name="context">The work at hand.</param>
    /// <returns>New weights.</returns>
    Weights InitialWeights(RoundContext context);

    /// <summary>Trains from the accepted weights on the learner's own data.</summary>
    /// <param name="accepted">The collective's accepted weights. Not to be changed.</param>
    /// <param name="context">The work at hand.</param>
    /// <returns>The weights to propose.</returns>
    Weights ProposeWeights(Weights accepted, RoundContext context);

    /// <summary>Scores weights on the learner's own vote set and test set.</summary>
    /// <param name="weights">The weights to score. Not to be changed.</param>
    /// <param name="context">The work at hand.</param>
    /// <returns>The scores; a vote score that is not finite is never better than another.</returns>
    Scores TestWeights(Weights weights, RoundContext context);
}
