namespace CoLearn;

/// <summary>Sigmoid and binary cross entropy in one. Output <c>(n)</c> raw scores; target: n values from 0 to 1.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class BCEWithLogitsLossAttribute : LossAttribute;
