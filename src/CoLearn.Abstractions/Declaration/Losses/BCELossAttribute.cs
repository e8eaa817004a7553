namespace CoLearn;

/// <summary>
/// Binary cross entropy, <c>−(t · ln p + (1 − t) · ln(1 − p))</c> as a mean, each logarithm held at −100 at least, as in PyTorch. Output <c>(n)</c>
/// probabilities, so the last activation is <see cref="SigmoidAttribute"/>, <see cref="HardsigmoidAttribute"/> or <see cref="SoftmaxAttribute"/>;
/// target: n values from 0 to 1. <see cref="BCEWithLogitsLossAttribute"/> is more exact where probabilities come near 0 or 1.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class BCELossAttribute : LossAttribute;
