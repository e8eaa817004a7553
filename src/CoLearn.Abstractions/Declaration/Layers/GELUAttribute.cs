namespace CoLearn;

/// <summary>x · Φ(x), the Gaussian error linear unit, shape kept. D. Hendrycks, K. Gimpel, 2016.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class GELUAttribute : LayerAttribute;
