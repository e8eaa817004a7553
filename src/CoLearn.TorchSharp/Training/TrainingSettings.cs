namespace CoLearn.Training;

/// <summary>How much a proposer trains before it proposes.</summary>
/// <param name="BatchSize">Examples in a batch, at least 1. A last batch of one example is merged into the one before.</param>
/// <param name="Epochs">Passes over the training set, at least 1; without meaning where <paramref name="Batches"/> is greater than 0.</param>
/// <param name="Batches">Batches instead of whole epochs; 0 for epochs.</param>
/// <param name="ResetOptimizer">
/// Whether the optimizer starts afresh for each proposal. Where not, its state is kept with the learner, for as long as the learner lives in
/// its process; it is lost with the process and outside exact resume.
/// </param>
/// <param name="GradientClip">The greatest Euclidean norm that all gradients of a step have together; 0 for no limit.</param>
/// <param name="DecayRounds">After how many rounds the learning rate is multiplied by <paramref name="DecayFactor"/>; 0 for never.</param>
/// <param name="DecayFactor">What the learning rate is multiplied by, in (0, 1].</param>
/// <param name="Threads">
/// How many threads a training uses, if its silo gives it as many; 0 for as many as it gains from, which its first batches try.
/// </param>
public sealed record TrainingSettings(
    int BatchSize,
    int Epochs,
    int Batches,
    bool ResetOptimizer,
    double GradientClip = 0,
    int DecayRounds = 0,
    double DecayFactor = 0.1,
    int Threads = 0)
{
    /// <summary>What the learning rate is multiplied by in a round. It depends on nothing but the round's index.</summary>
    /// <param name="round">The round's index; 1 is the first that trains.</param>
    /// <returns>A factor in (0, 1].</returns>
    public double RateFactor(int round) => DecayRounds > 0 ? Math.Pow(DecayFactor, Math.Max(0, round - 1) / DecayRounds) : 1;
}
