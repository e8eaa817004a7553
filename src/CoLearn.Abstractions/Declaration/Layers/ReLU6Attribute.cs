namespace CoLearn;

/// <summary>min(max(0, x), 6), shape kept. A. Krizhevsky, 2010.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class ReLU6Attribute : LayerAttribute;
