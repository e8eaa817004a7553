namespace CoLearn;

/// <summary>x − tanh(x), shape kept.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class TanhshrinkAttribute : LayerAttribute;
