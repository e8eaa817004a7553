namespace CoLearn;

/// <summary>x · sigmoid(x), also called swish, shape kept. S. Elfwing et al., 2017.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class SiLUAttribute : LayerAttribute;
