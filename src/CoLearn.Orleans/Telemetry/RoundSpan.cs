using System.Diagnostics;
using System.Runtime.CompilerServices;
using CoLearn.Rounds;

namespace CoLearn.Telemetry;

/// <summary>A round's span: a trace of its own, exported once, when the round ends, by whoever ends it.</summary>
internal sealed class RoundSpan
{
    private RoundSpan(Activity activity) => Activity = activity;

    public Activity Activity { get; }

    /// <summary>In the form of the W3C <c>traceparent</c> header.</summary>
    public string? Id => Activity.Id;

    /// <summary>Begins a round's span; <see langword="null"/> where nobody listens. It is not made current.</summary>
    public static RoundSpan? Begin(RoundStart start) => Create(start, default, null);

    /// <summary>
    /// Goes on with the span of a round that another activation began: the same trace, id and start, so that what was exported meanwhile keeps its
    /// ancestor. A span of its own, linked to it, says that and when the round was taken over.
    /// </summary>
    public static RoundSpan? Resume(RoundState state)
    {
        if (!ActivityContext.TryParse(state.TraceParent, null, out var context))
            return null;
        var span = Create(state.Start!, new(context.TraceId, default, context.TraceFlags), state.StartedAt);
        if (span is null)
            return null;
        SpanId(span.Activity) = context.SpanId.ToHexString();
        Apart(() => Tagged(Instruments.Source.StartActivity(TelemetryNames.Resume, ActivityKind.Internal, context, links: [new ActivityLink(context)]), state.Start!))?.Dispose();
        return span;
    }

    public void End(RoundRecord record) => Activity
        .SetTag(TelemetryNames.Outcome, Instruments.Name(record.Outcome))
        .SetTag(TelemetryNames.Proposer, string.Join(',', record.Facts.Proposers))
        .SetTag(TelemetryNames.WeightsHash, record.Facts.ProposalHash)
        .SetTag(TelemetryNames.Approvals, record.Facts.Approvals)
        .SetTag(TelemetryNames.Electors, record.Facts.Electors.Count)
        .SetTag(TelemetryNames.Reason, record.Facts.Reason)
        .Stop();

    private static RoundSpan? Create(RoundStart start, ActivityContext parent, DateTimeOffset? began) => Apart(() =>
    {
        var activity = Tagged(Instruments.Source.CreateActivity(TelemetryNames.Round, ActivityKind.Internal, parent), start);
        if (began is { } at)
            activity?.SetStartTime(at.UtcDateTime);
        return activity?.Start() is { } started ? new RoundSpan(started) : null;
    });

    private static Activity? Tagged(Activity? activity, RoundStart start) => activity
        ?.SetTag(TelemetryNames.Collective, start.Collective)
        .SetTag(TelemetryNames.RoundIndex, start.Index)
        .SetTag(TelemetryNames.Model, start.Model);

    private static T? Apart<T>(Func<T?> begin)
    {
        var around = Activity.Current;
        Activity.Current = null;
        try
        {
            return begin();
        }
        finally
        {
            Activity.Current = around;
        }
    }

    /// <summary>An activity draws its id when it starts, and nothing public gives it another.</summary>
    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_spanId")]
    private static extern ref string? SpanId(Activity activity);
}
