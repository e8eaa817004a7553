namespace CoLearn;

/// <summary>Negative log-likelihood. Output <c>(classes)</c> log-probabilities, so the last layer is <see cref="LogSoftmaxAttribute"/>; target: the class, 0 to classes − 1.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class NLLLossAttribute : LossAttribute;
