namespace CoLearn;

/// <summary>A transposed convolution, which makes pictures larger: <c>(channels, height, width)</c> to <c>(filters, height', width')</c>.</summary>
/// <param name="filters">The number of output channels, at least 1.</param>
/// <param name="kernel">Height and width of the kernel in points, at least 1.</param>
/// <remarks>Each spatial size becomes (size − 1) · Stride − 2 · Padding + Dilation · (kernel − 1) + OutputPadding + 1.</remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class ConvTranspose2dAttribute(int filters, int kernel) : LayerAttribute
{
    /// <summary>The number of output channels, at least 1.</summary>
    public int Filters { get; } = filters;

    /// <summary>Height and width of the kernel in points, at least 1.</summary>
    public int Kernel { get; } = kernel;

    /// <summary>Points of the output that lie between two points of the input, at least 1.</summary>
    /// <value>1 by default.</value>
    public int Stride { get; set; } = 1;

    /// <summary>Points cut off on every side of the output, at least 0.</summary>
    /// <value>0 by default.</value>
    public int Padding { get; set; }

    /// <summary>Points added on the lower and right side of the output, at least 0 and less than Stride or Dilation.</summary>
    /// <value>0 by default.</value>
    public int OutputPadding { get; set; }

    /// <summary>The distance in points between the kernel's elements, at least 1.</summary>
    /// <value>1 by default: they lie side by side.</value>
    public int Dilation { get; set; } = 1;

    /// <summary>Into how many groups channels and filters are split, each seeing only its own; divides both. As many as there are channels makes the convolution depthwise.</summary>
    /// <value>1 by default: every filter sees every channel.</value>
    public int Groups { get; set; } = 1;

    /// <summary>Whether a learned bias is added.</summary>
    /// <value><see langword="true"/> by default, as in PyTorch.</value>
    public bool Bias { get; set; } = true;
}
