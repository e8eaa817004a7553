namespace CoLearn;

/// <summary>min(max(0, x + 3), 6) / 6, from 0 to 1, shape kept.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class HardsigmoidAttribute : LayerAttribute;
