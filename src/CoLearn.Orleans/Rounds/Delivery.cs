using Microsoft.Extensions.Logging;

namespace CoLearn.Rounds;

/// <summary>What a grain sends: again and again until it is taken, no longer wanted, or the grain ends. Runs on the caller's scheduler, the grain's own.</summary>
internal sealed partial class Delivery(TimeProvider time, ILogger log) : IDisposable
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(2);

    // A token is asked for after the end, too, and one without a timer holds nothing to let go.
    private readonly CancellationTokenSource ended = new();

    /// <summary>Completes when the message is taken or no longer wanted.</summary>
    public async Task UntilTakenAsync(Func<Task> send, Func<bool> wanted, Func<string> what)
    {
        for (var wait = FirstWait; !ended.IsCancellationRequested && wanted(); wait = wait * 2 < LongestWait ? wait * 2 : LongestWait)
        {
            try
            {
                await send();
                return;
            }
            catch (Exception error)
            {
                if (ended.IsCancellationRequested)
                    return;
                LogRepeat(log, what(), wait.TotalSeconds, error.Message);
            }

            await WaitAsync(wait);
        }
    }

    /// <summary>Waits on the grain's time; returns early, and says so, where the grain ends.</summary>
    public async Task<bool> WaitAsync(TimeSpan wait)
    {
        await Task.Delay(wait > TimeSpan.Zero ? wait : TimeSpan.Zero, time, ended.Token)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        return !ended.IsCancellationRequested;
    }

    /// <summary>Ends it, once or again.</summary>
    public void Dispose() => ended.Cancel();

    [LoggerMessage(LogLevel.Warning, "{What} was not taken and is sent again in {Seconds} s: {Reason}")]
    private static partial void LogRepeat(ILogger log, string what, double seconds, string reason);
}
