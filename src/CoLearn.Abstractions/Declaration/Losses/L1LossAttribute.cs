namespace CoLearn;

/// <summary>Mean absolute error. Output <c>(n)</c>; target: n values.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class L1LossAttribute : LossAttribute;
