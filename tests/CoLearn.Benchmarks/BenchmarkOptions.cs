namespace CoLearn.Benchmarks;

/// <summary>What the command line says about a measurement.</summary>
/// <param name="Quick">Whether a few repetitions are enough, to see that it runs.</param>
/// <param name="Data">A directory of MNIST's four files, or Fashion-MNIST's, which are of the same size.</param>
internal sealed record BenchmarkOptions(bool Quick, string Data)
{
    /// <summary>Where Debian's package dataset-fashion-mnist puts it.</summary>
    public const string FashionMnist = "/usr/share/datasets/fashion-mnist";
}
