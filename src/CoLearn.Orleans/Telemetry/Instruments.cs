using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace CoLearn.Telemetry;

/// <summary>The one activity source and the one meter.</summary>
internal static class Instruments
{
    public static readonly ActivitySource Source = new(TelemetryNames.Source);

    private static readonly Meter Meter = new(TelemetryNames.Source);
    private static readonly Histogram<double> RoundSeconds = Meter.CreateHistogram<double>(TelemetryNames.RoundDuration, "s", "From a round's start to its outcome.");
    private static readonly Histogram<double> ProposeSeconds = Meter.CreateHistogram<double>(TelemetryNames.ProposeDuration, "s", "From a round's start to its proposal.");
    private static readonly Histogram<double> VoteSeconds = Meter.CreateHistogram<double>(TelemetryNames.VoteDuration, "s", "From a proposal to the last answer.");
    private static readonly Counter<long> Votes = Meter.CreateCounter<long>(TelemetryNames.Votes, "{vote}", "Answers to proposals.");

    private static readonly Counter<long> SentBytes = Meter.CreateCounter<long>(TelemetryNames.WeightsSent, "By", "Weights that were sent to other silos.");

    public static void Sent(int bytes) => SentBytes.Add(bytes);

    /// <summary>Begins a span under a parent that came with a request, whatever runs around it; <see langword="null"/> where nobody listens.</summary>
    public static Activity? Begin(string name, string? traceParent, string collective, int round, string learner)
    {
        if (!Source.HasListeners())
            return null;
        ActivityContext.TryParse(traceParent, null, isRemote: true, out var parent);
        return Source.StartActivity(name, ActivityKind.Internal, parent)
            ?.SetTag(TelemetryNames.Collective, collective)
            .SetTag(TelemetryNames.RoundIndex, round)
            .SetTag(TelemetryNames.Learner, learner);
    }

    public static void Measure(RoundRecord record)
    {
        var outcome = new KeyValuePair<string, object?>(TelemetryNames.Outcome, Name(record.Outcome));
        RoundSeconds.Record(record.Measurements.WallSeconds, outcome);
        if (record.Outcome == Outcome.Failed)
            return;
        ProposeSeconds.Record(record.Measurements.ProposeSeconds);
        VoteSeconds.Record(record.Measurements.VoteSeconds);
        foreach (var answers in record.Facts.Votes.Where(vote => vote.Elector).CountBy(vote => vote.Answer))
            Votes.Add(answers.Value, new KeyValuePair<string, object?>(TelemetryNames.VoteAnswer, Name(answers.Key)));
    }

    public static string Name<T>(T value)
        where T : struct, Enum
        => value.ToString().ToLowerInvariant();
}
