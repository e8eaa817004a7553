using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CoLearn.Training;

/// <summary>min(max(x, minimum), maximum). TorchSharp's own layer of this name gives its input as it is (0.107).</summary>
public sealed class Hardtanh : Module<Tensor, Tensor>
{
    private readonly double minimum;
    private readonly double maximum;

    /// <summary>Makes the layer.</summary>
    /// <param name="minimum">The least value that it gives.</param>
    /// <param name="maximum">The greatest value that it gives, more than the least.</param>
    /// <exception cref="ArgumentOutOfRangeException">The least value is not less than the greatest.</exception>
    public Hardtanh(double minimum, double maximum)
        : base(nameof(Hardtanh))
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(minimum, maximum);
        (this.minimum, this.maximum) = (minimum, maximum);
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return input.clamp(minimum, maximum);
    }
}
