using System.Diagnostics;

namespace CoLearn.Benchmarks.Chaos;

/// <summary>Follows the events of a collective's rounds, and when they came.</summary>
internal sealed class Progress
{
    private readonly Lock gate = new();
    private TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long last;

    /// <summary>The last finished round.</summary>
    public int Round { get; private set; } = -1;

    public async Task FollowAsync(Collective collective, CancellationToken cancellation)
    {
        try
        {
            await foreach (var happened in collective.Events(cancellation: cancellation))
                Note(happened);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // Enough was seen.
        }
    }

    public async Task UntilRoundAsync(int round)
    {
        while (Round < round)
            await NextAsync(() => Round < round);
    }

    /// <summary>How long after a moment the next event came.</summary>
    public async Task<TimeSpan> AfterAsync(long moment)
    {
        while (Volatile.Read(ref last) <= moment)
            await NextAsync(() => Volatile.Read(ref last) <= moment);
        return Stopwatch.GetElapsedTime(moment, Volatile.Read(ref last));
    }

    private void Note(RoundEvent happened)
    {
        lock (gate)
        {
            Volatile.Write(ref last, Stopwatch.GetTimestamp());
            if (happened.Record is { } record)
                Round = record.Index;
            changed.TrySetResult();
            changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    private Task NextAsync(Func<bool> wanted)
    {
        lock (gate)
            return wanted() ? changed.Task : Task.CompletedTask;
    }
}
