namespace CoLearn;

/// <summary>Normalises each group of channels of one example: <c>(channels, …)</c> with at least one dimension behind the channels, shape kept. Y. Wu, K. He, 2018.</summary>
/// <param name="groups">The number of groups, at least 1; divides the channels.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class GroupNormAttribute(int groups) : LayerAttribute
{
    /// <summary>The number of groups, at least 1; divides the channels.</summary>
    public int Groups { get; } = groups;

    /// <summary>Added to the variance before its root is taken.</summary>
    /// <value>1e-5 by default.</value>
    public double Epsilon { get; set; } = 1e-5;
}
