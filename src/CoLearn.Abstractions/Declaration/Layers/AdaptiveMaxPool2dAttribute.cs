namespace CoLearn;

/// <summary>Largest values of as many regions as asked for: <c>(channels, h, w)</c> to <c>(channels, height, width)</c>.</summary>
/// <param name="height">Rows that come out, at least 1.</param>
/// <param name="width">Columns that come out, at least 1.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class AdaptiveMaxPool2dAttribute(int height, int width) : LayerAttribute
{
    /// <summary>Height and width alike.</summary>
    /// <param name="size">Rows and columns that come out, at least 1.</param>
    public AdaptiveMaxPool2dAttribute(int size)
        : this(size, size)
    {
    }

    /// <summary>Rows that come out.</summary>
    public int Height { get; } = height;

    /// <summary>Columns that come out.</summary>
    public int Width { get; } = width;
}
