namespace CoLearn;

/// <summary>x where it is outside −Lambda to Lambda, 0 elsewhere; shape kept.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class HardshrinkAttribute : LayerAttribute
{
    /// <summary>Values from −Lambda to Lambda become 0; at least 0.</summary>
    /// <value>0.5 by default.</value>
    public double Lambda { get; set; } = 0.5;
}
