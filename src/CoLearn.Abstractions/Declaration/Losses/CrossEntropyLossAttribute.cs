namespace CoLearn;

/// <summary>Log-softmax and negative log-likelihood in one. Output <c>(classes)</c> raw scores; target: the class, 0 to classes − 1.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class CrossEntropyLossAttribute : LossAttribute;
