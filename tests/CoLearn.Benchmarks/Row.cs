namespace CoLearn.Benchmarks;

/// <summary>What one case gave.</summary>
/// <param name="Benchmark">The benchmark's name.</param>
/// <param name="Case">What was measured.</param>
/// <param name="Unit">In what, such as <c>ms</c>.</param>
/// <param name="Median">The median of the repetitions.</param>
/// <param name="Min">The least of them.</param>
/// <param name="Max">The greatest of them.</param>
/// <param name="Floor">The floor's median, in the same unit; <see langword="null"/> where there is none.</param>
/// <param name="Ratio">Median over floor.</param>
/// <param name="Target">The ratio, or without a floor the median, that must not be exceeded; <see langword="null"/> for a figure that is only shown.</param>
internal sealed record Row(
    string Benchmark, string Case, string Unit, double Median, double Min, double Max, double? Floor, double? Ratio, double? Target)
{
    /// <summary>Whether the target is met; <see langword="null"/> without one.</summary>
    public bool? Holds => Target is { } target ? (Ratio ?? Median) <= target : null;

    /// <summary>A case without a floor.</summary>
    public static Row Of(string benchmark, string @case, string unit, Sample sample, double? target = null) =>
        new(benchmark, @case, unit, sample.Median, sample.Min, sample.Max, null, null, target);

    /// <summary>A case against a floor.</summary>
    public static Row Of(string benchmark, string @case, string unit, Sample sample, Sample floor, double? target) =>
        new(benchmark, @case, unit, sample.Median, sample.Min, sample.Max, floor.Median, sample.Median / floor.Median, target);
}
