namespace CoLearn;

/// <summary>Gives a flat example a shape: <c>(a · b · …)</c> to <c>(a, b, …)</c>.</summary>
/// <param name="shape">The sizes, outermost first, each at least 1; their product is the input's size.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class UnflattenAttribute(params int[] shape) : LayerAttribute
{
    /// <summary>The sizes, outermost first, each at least 1; their product is the input's size.</summary>
    public IReadOnlyList<int> Shape { get; } = shape;
}
