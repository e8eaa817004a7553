namespace CoLearn;

/// <summary>What training makes small. A model names exactly one; its value is the mean over the examples.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public abstract class LossAttribute : Attribute;
