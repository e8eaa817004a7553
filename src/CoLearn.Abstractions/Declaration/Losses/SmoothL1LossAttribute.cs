namespace CoLearn;

/// <summary>Half the squared error where it is less than 1, the absolute error less a half elsewhere, as a mean. Output <c>(n)</c>; target: n values. R. Girshick, 2015.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class SmoothL1LossAttribute : LossAttribute;
