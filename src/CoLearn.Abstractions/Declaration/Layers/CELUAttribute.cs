namespace CoLearn;

/// <summary>max(0, x) + min(0, Alpha · (exp(x / Alpha) − 1)), shape kept. J. T. Barron, 2017.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class CELUAttribute : LayerAttribute
{
    /// <summary>What is neared far below zero, with its sign turned; greater than 0.</summary>
    /// <value>1 by default.</value>
    public double Alpha { get; set; } = 1;
}
