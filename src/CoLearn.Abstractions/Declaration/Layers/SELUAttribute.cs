namespace CoLearn;

/// <summary>λ · x where x is positive, λ · α · (eˣ − 1) elsewhere, with λ ≈ 1.0507 and α ≈ 1.6733; shape kept. G. Klambauer et al., 2017.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class SELUAttribute : LayerAttribute;
