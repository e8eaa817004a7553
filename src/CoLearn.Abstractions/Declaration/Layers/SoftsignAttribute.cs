namespace CoLearn;

/// <summary>x / (1 + |x|), shape kept.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class SoftsignAttribute : LayerAttribute;
