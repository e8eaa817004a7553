namespace CoLearn;

/// <summary>Mean squared error. Output <c>(n)</c>; target: n values.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class MSELossAttribute : LossAttribute;
