namespace CoLearn;

/// <summary>ln(1 / (1 + e⁻ˣ)), shape kept.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class LogSigmoidAttribute : LayerAttribute;
