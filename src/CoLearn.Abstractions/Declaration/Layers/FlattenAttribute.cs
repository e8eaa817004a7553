namespace CoLearn;

/// <summary>Every example becomes a vector: <c>(a, b, …)</c> to <c>(a · b · …)</c>.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class FlattenAttribute : LayerAttribute;
