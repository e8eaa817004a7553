namespace CoLearn;

/// <summary>Normalises each channel over the batch and the volume: <c>(channels, depth, height, width)</c>, shape kept. S. Ioffe, C. Szegedy, 2015.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class BatchNorm3dAttribute : LayerAttribute
{
    /// <summary>Added to the variance before its root is taken.</summary>
    /// <value>1e-5 by default.</value>
    public double Epsilon { get; set; } = 1e-5;

    /// <summary>The weight of a new batch in the running statistics, from 0 to 1.</summary>
    /// <value>0.1 by default.</value>
    public double Momentum { get; set; } = 0.1;
}
