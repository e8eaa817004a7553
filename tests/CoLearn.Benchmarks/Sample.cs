using System.Diagnostics;

namespace CoLearn.Benchmarks;

/// <summary>Repetitions of one measurement.</summary>
internal sealed class Sample(IEnumerable<double> values)
{
    private readonly double[] sorted = [.. values.Order()];

    public double Median => sorted.Length % 2 == 1
        ? sorted[sorted.Length / 2]
        : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;

    public double Min => sorted[0];

    public double Max => sorted[^1];

    /// <summary>The same where each measurement was of so many.</summary>
    public Sample Over(double count) => new(sorted.Select(value => value / count));

    /// <summary>The milliseconds that works take, one after another and again, so that what the machine does meanwhile meets all of them alike.</summary>
    public static IReadOnlyList<Sample> InAlternation(int times, params IReadOnlyList<Action> works)
    {
        var taken = works.Select(_ => new List<double>()).ToArray();
        // Once unmeasured: what is compiled or loaded at the first run is nobody's.
        for (var turn = -1; turn < times; turn++)
        {
            for (var index = 0; index < works.Count; index++)
            {
                GC.Collect();
                var start = Stopwatch.GetTimestamp();
                works[index]();
                if (turn >= 0)
                    taken[index].Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
        }

        return [.. taken.Select(values => new Sample(values))];
    }
}
