namespace CoLearn.Benchmarks;

/// <summary>Measures something against a floor in the same run.</summary>
internal interface IBenchmark
{
    /// <summary>What it is called on the command line.</summary>
    string Name { get; }

    /// <summary>What it measures, in a sentence.</summary>
    string About { get; }

    /// <summary>Measures.</summary>
    /// <param name="options">As given on the command line.</param>
    /// <returns>A row for each case.</returns>
    IReadOnlyList<Row> Run(BenchmarkOptions options);
}
