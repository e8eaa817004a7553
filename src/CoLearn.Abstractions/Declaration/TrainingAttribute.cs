namespace CoLearn;

/// <summary>How much a proposer trains before it proposes.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class TrainingAttribute : Attribute
{
    /// <summary>Examples in a batch, at least 1. A last batch of one example is merged into the one before.</summary>
    /// <value>32 by default.</value>
    public int BatchSize { get; set; } = 32;

    /// <summary>Passes over the training set for each proposal, at least 1. Not together with <see cref="Batches"/>.</summary>
    /// <value>1 by default.</value>
    public int Epochs { get; set; } = 1;

    /// <summary>Batches for each proposal instead of whole epochs; 0 for epochs.</summary>
    /// <value>0 by default.</value>
    public int Batches { get; set; }

    /// <summary>Whether the optimizer starts afresh for each proposal.</summary>
    /// <value><see langword="true"/> by default.</value>
    public bool ResetOptimizer { get; set; } = true;

    /// <summary>The greatest Euclidean norm that all gradients of a step have together; longer ones are scaled down to it. 0 for no limit.</summary>
    /// <value>0 by default.</value>
    public double GradientClip { get; set; }

    /// <summary>
    /// After how many rounds the learning rate is multiplied by <see cref="DecayFactor"/>, again and again: round r, from 1, takes
    /// LearningRate · DecayFactor^⌊(r − 1) / DecayRounds⌋. It depends on the round's index only, so that whoever proposes takes the same. 0 for never.
    /// </summary>
    /// <value>0 by default.</value>
    public int DecayRounds { get; set; }

    /// <summary>What the learning rate is multiplied by every <see cref="DecayRounds"/> rounds, in (0, 1].</summary>
    /// <value>0.1 by default.</value>
    public double DecayFactor { get; set; } = 0.1;
}
