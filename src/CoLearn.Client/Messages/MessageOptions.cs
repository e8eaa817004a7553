namespace CoLearn;

/// <summary>Bounds what clients and silos send each other about collectives.</summary>
public sealed class MessageOptions
{
    /// <summary>
    /// The most that a call of a collective's, round's or learner's grain may carry, or its answer, in bytes. A larger one is refused where it would be sent,
    /// with a <see cref="MessageTooLargeException"/>. Weights never travel in messages; a round's record takes about 200 bytes a learner.
    /// </summary>
    /// <value>4 MiB by default; at least 1 MiB.</value>
    public int MaxBytes { get; set; } = 4 << 20;
}
