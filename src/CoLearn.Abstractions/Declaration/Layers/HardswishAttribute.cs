namespace CoLearn;

/// <summary>x · min(max(0, x + 3), 6) / 6, shape kept. A. Howard et al., 2019.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class HardswishAttribute : LayerAttribute;
