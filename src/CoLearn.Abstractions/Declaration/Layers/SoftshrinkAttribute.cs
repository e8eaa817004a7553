namespace CoLearn;

/// <summary>x drawn towards zero by Lambda, 0 from −Lambda to Lambda; shape kept.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class SoftshrinkAttribute : LayerAttribute
{
    /// <summary>Values from −Lambda to Lambda become 0; at least 0.</summary>
    /// <value>0.5 by default.</value>
    public double Lambda { get; set; } = 0.5;
}
