namespace CoLearn.Data;

[AttributeUsage(AttributeTargets.Method)]
internal sealed class FashionMnistFactAttribute : FactAttribute
{
    public const string Directory = "/usr/share/datasets/fashion-mnist";

    public FashionMnistFactAttribute()
    {
        if (!System.IO.Directory.Exists(Directory))
            Skip = $"Fashion-MNIST is not at {Directory} (Debian's package dataset-fashion-mnist).";
    }
}
