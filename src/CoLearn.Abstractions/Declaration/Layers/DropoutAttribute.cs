namespace CoLearn;

/// <summary>While training, sets each value to zero with the given probability and scales the others by 1 / (1 − p); shape kept. N. Srivastava et al., 2014.</summary>
/// <param name="probability">The probability that a value is dropped, in [0, 1).</param>
/// <remarks>The mask is drawn from the work's own seeded generator, not from torch's global one.</remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class DropoutAttribute(double probability = 0.5) : LayerAttribute
{
    /// <summary>The probability that a value is dropped, in [0, 1).</summary>
    public double Probability { get; } = probability;
}
