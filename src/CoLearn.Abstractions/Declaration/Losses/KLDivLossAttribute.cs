namespace CoLearn;

/// <summary>
/// Kullback-Leibler divergence of the targets from the output, <c>Σ t · (ln t − o)</c> over the classes, as a mean over the examples (PyTorch's
/// <c>batchmean</c>). Output <c>(classes)</c> log-probabilities, so the last layer is <see cref="LogSoftmaxAttribute"/>; target: a probability for each
/// class, with the sum 1. S. Kullback, R. A. Leibler, 1951.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class KLDivLossAttribute : LossAttribute;
