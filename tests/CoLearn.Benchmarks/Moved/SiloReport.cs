using System.Diagnostics.Metrics;
using System.Globalization;
using System.Runtime;

namespace CoLearn.Benchmarks.Moved;

/// <summary>What a silo process says of itself when it is asked: how much it has sent, and how much memory it takes and took at most since it was asked last.</summary>
internal sealed record SiloReport(long SentBytes, long RestBytes, long PeakBytes)
{
    public const string Ask = "report";

    private static long sent;

    /// <summary>Counts from now on.</summary>
    public static MeterListener Count()
    {
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Name == "colearn.weights.sent")
                    self.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((_, bytes, _, _) => Interlocked.Add(ref sent, bytes));
        listener.Start();
        return listener;
    }

    /// <summary>Looks, and begins anew from rest.</summary>
    public static SiloReport Take()
    {
        var peak = Status("VmHWM:");
        GCSettings.LargeObjectHeapCompactionMode = GCLargeObjectHeapCompactionMode.CompactOnce;
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        // The kernel's greatest resident size starts again from the present one.
        File.WriteAllText("/proc/self/clear_refs", "5");
        return new(Interlocked.Read(ref sent), Status("VmRSS:"), peak);
    }

    public string ToText() => FormattableString.Invariant($"{Ask} {SentBytes} {RestBytes} {PeakBytes}");

    public static SiloReport Parse(string line) => line.Split(' ') is [Ask, var sent, var rest, var peak]
        ? new(long.Parse(sent, CultureInfo.InvariantCulture), long.Parse(rest, CultureInfo.InvariantCulture), long.Parse(peak, CultureInfo.InvariantCulture))
        : throw new FormatException(line);

    private static long Status(string field)
        => 1024 * long.Parse(File.ReadLines("/proc/self/status").First(line => line.StartsWith(field, StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture);
}
