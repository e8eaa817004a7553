namespace CoLearn;

/// <summary>Repeats each point, so that spatial sizes grow: <c>(channels, height, width)</c> to <c>(channels, scale · height, scale · width)</c>, likewise for lengths and volumes.</summary>
/// <param name="scale">How often each point stands in each direction, at least 1.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class UpsampleAttribute(int scale) : LayerAttribute
{
    /// <summary>How often each point stands in each direction, at least 1.</summary>
    public int Scale { get; } = scale;
}
