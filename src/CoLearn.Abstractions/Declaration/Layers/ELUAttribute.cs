namespace CoLearn;

/// <summary>x where x is positive, Alpha · (eˣ − 1) elsewhere, shape kept. D.-A. Clevert et al., 2015.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class ELUAttribute : LayerAttribute
{
    /// <summary>What is neared far below zero, with its sign turned; greater than 0.</summary>
    /// <value>1 by default.</value>
    public double Alpha { get; set; } = 1;
}
