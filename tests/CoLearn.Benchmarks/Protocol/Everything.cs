using System.Diagnostics;

namespace CoLearn.Benchmarks.Protocol;

/// <summary>Listens to all that a collective traces, samples everything, and drops it.</summary>
internal static class Everything
{
    private static readonly string[] Sources = ["CoLearn", "Microsoft.Orleans.Runtime", "Microsoft.Orleans.Application"];

    public static ActivityListener Listen()
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = source => Sources.Contains(source.Name),
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            SampleUsingParentId = (ref ActivityCreationOptions<string> _) => ActivitySamplingResult.AllDataAndRecorded,
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }
}
