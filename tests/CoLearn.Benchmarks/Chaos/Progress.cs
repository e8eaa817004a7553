namespace CoLearn.Benchmarks.Chaos;

/// <summary>Follows the events of a collective's rounds, and when they came.</summary>
internal sealed class Progress
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Lock gate = new();
    private TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<(DateTimeOffset At, DateTimeOffset Seen)> seen = [];

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

    public Task UntilRoundAsync(int round) => UntilAsync(() => Round >= round);

    /// <summary>When the first event after a moment happened, and when it was seen.</summary>
    public async Task<(DateTimeOffset At, DateTimeOffset Seen)> AfterAsync(DateTimeOffset moment)
    {
        await UntilAsync(() => seen.Exists(happened => happened.At > moment));
        lock (gate)
            return seen.Find(happened => happened.At > moment);
    }

    private void Note(RoundEvent happened)
    {
        lock (gate)
        {
            seen.Add((happened.At, DateTimeOffset.UtcNow));
            if (happened.Record is { } record)
                Round = record.Index;
            changed.TrySetResult();
            changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    private async Task UntilAsync(Func<bool> reached)
    {
        while (Change() is { } next)
            await next.WaitAsync(Patience);

        Task? Change()
        {
            lock (gate)
                return reached() ? null : changed.Task;
        }
    }
}
