namespace CoLearn;

/// <summary>x · tanh(ln(1 + eˣ)), shape kept. D. Misra, 2019.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class MishAttribute : LayerAttribute;
