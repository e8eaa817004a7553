using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CoLearn.Training;

/// <summary>
/// While training, sets each value to zero with a given probability and scales the others by 1 / (1 − p); otherwise gives its input. N. Srivastava et
/// al., "Dropout: A Simple Way to Prevent Neural Networks from Overfitting", 2014. The mask is drawn from a generator that the learner sets.
/// </summary>
public sealed class SeededDropout : Module<Tensor, Tensor>
{
    /// <summary>Makes the layer.</summary>
    /// <param name="probability">The probability that a value is dropped, in [0, 1).</param>
    /// <param name="wholeChannels">
    /// Whether channels are dropped as a whole: the first two dimensions of an input (n, channels, …). J. Tompson et al., "Efficient Object
    /// Localization Using Convolutional Networks", 2015.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">The probability is outside [0, 1).</exception>
    public SeededDropout(double probability, bool wholeChannels = false)
        : base(nameof(SeededDropout))
    {
        if (probability is not (>= 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(probability), probability, "The probability must be at least 0 and less than 1.");
        Probability = probability;
        WholeChannels = wholeChannels;
    }

    /// <summary>The probability that a value is dropped, in [0, 1).</summary>
    public double Probability { get; }

    /// <summary>Whether channels are dropped as a whole.</summary>
    public bool WholeChannels { get; }

    /// <summary>Where masks are drawn from.</summary>
    /// <value><see langword="null"/> by default, for torch's global generator.</value>
    public Generator? Generator { get; set; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (!training || Probability == 0)
            return input.alias();

        long[] sizes = WholeChannels ? [.. input.shape.Select((size, dimension) => dimension < 2 ? size : 1)] : input.shape;
        using var mask = empty(sizes, input.dtype, input.device).bernoulli_(1 - Probability, Generator).div_(1 - Probability);
        return input.mul(mask);
    }
}
