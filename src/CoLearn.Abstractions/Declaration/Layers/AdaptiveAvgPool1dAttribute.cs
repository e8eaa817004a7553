namespace CoLearn;

/// <summary>Means over as many stretches as asked for: <c>(channels, l)</c> to <c>(channels, length)</c>.</summary>
/// <param name="length">Points that come out, at least 1.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class AdaptiveAvgPool1dAttribute(int length) : LayerAttribute
{
    /// <summary>Points that come out, at least 1.</summary>
    public int Length { get; } = length;
}
