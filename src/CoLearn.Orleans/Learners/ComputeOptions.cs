namespace CoLearn.Learners;

/// <summary>How a silo's processors are shared among its learners.</summary>
public sealed class ComputeOptions
{
    /// <summary>How many pieces of work run at a time, each on a thread of its own.</summary>
    /// <value>The machine's processors by default; at least 1.</value>
    public int Slots { get; set; } = Environment.ProcessorCount;

    /// <summary>How many threads a training may use inside.</summary>
    /// <value>The machine's processors by default; at least 1.</value>
    public int TrainingThreads { get; set; } = Environment.ProcessorCount;

    /// <summary>How many threads an evaluation may use inside; learners evaluate side by side on the slots.</summary>
    /// <value>1 by default; at least 1.</value>
    public int EvaluationThreads { get; set; } = 1;
}
