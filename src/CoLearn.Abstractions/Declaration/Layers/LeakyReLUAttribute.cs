namespace CoLearn;

/// <summary>x where x is positive, NegativeSlope · x elsewhere, shape kept.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class LeakyReLUAttribute : LayerAttribute
{
    /// <summary>The slope below zero.</summary>
    /// <value>0.01 by default.</value>
    public double NegativeSlope { get; set; } = 0.01;
}
