namespace CoLearn;

/// <summary>The logarithm of the softmax over the last dimension of a flat example, shape kept; goes with <see cref="NLLLossAttribute"/> and <see cref="KLDivLossAttribute"/>.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class LogSoftmaxAttribute : LayerAttribute;
