namespace CoLearn;

/// <summary>The shape of one example, without the batch dimension: <c>[Input(1, 28, 28)]</c> is one grey picture of 28 × 28 points.</summary>
/// <param name="shape">The sizes, outermost first; pictures are channels, height, width. Each at least 1.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class InputAttribute(params int[] shape) : Attribute
{
    /// <summary>The sizes, outermost first, without the batch dimension.</summary>
    public IReadOnlyList<int> Shape { get; } = shape;
}
