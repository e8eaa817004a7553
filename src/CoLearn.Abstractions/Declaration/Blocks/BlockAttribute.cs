namespace CoLearn;

/// <summary>
/// Declares a block: layers that models and other blocks use as one, by <see cref="ResidualAttribute{TBlock}">[Residual&lt;TBlock&gt;]</see> and
/// <see cref="RepeatAttribute{TBlock}">[Repeat&lt;TBlock&gt;(n)]</see>. A block says nothing of its input: its shapes are inferred anew wherever it is used.
/// </summary>
/// <example>
/// <code>
/// [Block, Conv2d(128, 3, Stride = 2, Padding = 1, Bias = false), BatchNorm2d, ReLU, Conv2d(128, 3, Padding = 1, Bias = false), BatchNorm2d]
/// partial class Down128;
///
/// [Block, Conv2d(128, 3, Padding = 1, Bias = false), BatchNorm2d, ReLU, Conv2d(128, 3, Padding = 1, Bias = false), BatchNorm2d]
/// partial class Same128;
/// </code>
/// stand in a model as <c>[Residual&lt;Down128&gt;(Project = true), ReLU, Residual&lt;Same128&gt;, ReLU]</c>.
/// </example>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class BlockAttribute : Attribute;
