namespace CoLearn;

/// <summary>Adds zeros around a picture: <c>(channels, height, width)</c> to <c>(channels, height + 2 · padding, width + 2 · padding)</c>.</summary>
/// <param name="padding">Points of zeros added on every side, at least 0.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class ZeroPad2dAttribute(int padding) : LayerAttribute
{
    /// <summary>Points of zeros added on every side, at least 0.</summary>
    public int Padding { get; } = padding;
}
