namespace CoLearn;

/// <summary>While training, sets whole channels to zero with the given probability and scales the others by 1 / (1 − p): <c>(channels, height, width)</c>, shape kept. J. Tompson et al., 2015.</summary>
/// <param name="probability">The probability that a channel is dropped, in [0, 1).</param>
/// <remarks>The mask is drawn from the work's own seeded generator, not from torch's global one.</remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class Dropout2dAttribute(double probability = 0.5) : LayerAttribute
{
    /// <summary>The probability that a channel is dropped, in [0, 1).</summary>
    public double Probability { get; } = probability;
}
