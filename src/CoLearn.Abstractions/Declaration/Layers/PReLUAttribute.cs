namespace CoLearn;

/// <summary>x where x is positive, a learned slope times x elsewhere, shape kept. K. He et al., 2015. The slope begins at 0.25.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class PReLUAttribute : LayerAttribute
{
    /// <summary>Whether each channel, the first dimension, has a slope of its own.</summary>
    /// <value><see langword="false"/> by default: one slope for all.</value>
    public bool PerChannel { get; set; }
}
