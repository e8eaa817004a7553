namespace CoLearn;

/// <summary>The mean value under a moving window: <c>(channels, length)</c> to <c>(channels, length')</c>.</summary>
/// <param name="kernel">Length of the window in points, at least 1.</param>
/// <remarks>The length becomes ⌊(length + 2 · Padding − kernel) / Stride⌋ + 1.</remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class AvgPool1dAttribute(int kernel) : LayerAttribute
{
    /// <summary>Length of the window in points, at least 1.</summary>
    public int Kernel { get; } = kernel;

    /// <summary>Points the window moves at a step; 0 stands for the kernel size.</summary>
    /// <value>0, the kernel size, by default.</value>
    public int Stride { get; set; }

    /// <summary>Points of padding on both sides, at most half the kernel.</summary>
    /// <value>0 by default.</value>
    public int Padding { get; set; }
}
