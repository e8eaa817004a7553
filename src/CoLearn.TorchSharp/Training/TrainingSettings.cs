namespace CoLearn.Training;

/// <summary>How much a proposer trains before it proposes.</summary>
/// <param name="BatchSize">Examples in a batch, at least 1. A last batch of one example is merged into the one before.</param>
/// <param name="Epochs">Passes over the training set, at least 1; without meaning where <paramref name="Batches"/> is greater than 0.</param>
/// <param name="Batches">Batches instead of whole epochs; 0 for epochs.</param>
/// <param name="ResetOptimizer">
/// Whether the optimizer starts afresh for each proposal. Where not, its state is kept with the learner, for as long as the learner lives in
/// its process; it is lost with the process and outside exact resume.
/// </param>
public sealed record TrainingSettings(int BatchSize, int Epochs, int Batches, bool ResetOptimizer);
