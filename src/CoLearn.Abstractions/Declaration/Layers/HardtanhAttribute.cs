namespace CoLearn;

/// <summary>min(max(Minimum, x), Maximum), shape kept.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class HardtanhAttribute : LayerAttribute
{
    /// <summary>The least value that comes out, less than Maximum.</summary>
    /// <value>−1 by default.</value>
    public double Minimum { get; set; } = -1;

    /// <summary>The greatest value that comes out.</summary>
    /// <value>1 by default.</value>
    public double Maximum { get; set; } = 1;
}
