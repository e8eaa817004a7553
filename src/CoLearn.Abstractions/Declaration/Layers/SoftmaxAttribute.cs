namespace CoLearn;

/// <summary>The softmax over a flat example: positive values with the sum 1, shape kept. As a last layer it goes with none of the losses that take classes; see <see cref="LogSoftmaxAttribute"/>. It goes with <see cref="BCELossAttribute"/>.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class SoftmaxAttribute : LayerAttribute;
