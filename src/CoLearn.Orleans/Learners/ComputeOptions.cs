namespace CoLearn.Learners;

/// <summary>How a silo's processors are shared among its learners.</summary>
public sealed class ComputeOptions
{
    /// <summary>How many pieces of work run at a time, each on a thread of its own.</summary>
    /// <value>The machine's processors by default; at least 1.</value>
    public int Slots { get; set; } = Environment.ProcessorCount;

    /// <summary>
    /// How many threads a training uses inside; equal numbers make equal trainings equal to the bit. Where contributors to an average train side by side,
    /// they are dealt out among them.
    /// </summary>
    /// <value>0 by default: as many as it gains from, which is tried at its first batches, and at most the machine's processors.</value>
    public int TrainingThreads { get; set; }

    /// <summary>How many threads an evaluation may use inside; learners evaluate side by side on the slots, and slots that are free help the others.</summary>
    /// <value>1 by default; at least 1.</value>
    public int EvaluationThreads { get; set; } = 1;

    /// <summary>How many threads one of so many trainings may use that run at the same time; at least 1.</summary>
    internal int ThreadsOf(int sideBySide) => Math.Max(1, (TrainingThreads > 0 ? TrainingThreads : Environment.ProcessorCount) / sideBySide);
}
