using Microsoft.Extensions.Logging;

namespace CoLearn.Rounds;

/// <summary>What a grain sends: again and again until it is taken, no longer wanted, or the grain ends. Runs on the caller's scheduler, the grain's own.</summary>
internal sealed partial class Delivery(TimeProvider time, ILogger log) : IDisposable
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(2);

    private readonly CancellationTokenSource ended = new();
    private Task shared = Task.CompletedTask;
    private long sharedSince;

    /// <summary>Completes when the message is taken or no longer wanted.</summary>
    public Task UntilTakenAsync(Func<Task> send, Func<bool> wanted, Func<string> what)
        => AgainAsync(send, wanted, answersLater: false, grace: Timeout.InfiniteTimeSpan, (_, _) => false, _ => Task.CompletedTask, what);

    /// <summary>
    /// Asks somebody who answers later, and asks again until the answer is there, in case the question was lost with the silo that took it.
    /// Somebody who cannot be reached for longer than the grace is given up; somebody who is gone, and the answer with them, at once: that may depend on
    /// whether they were asked before.
    /// </summary>
    public Task UntilAnsweredAsync(Func<Task> ask, Func<bool> wanted, TimeSpan grace, Func<bool, Exception, bool> gone, Func<string, Task> lost, Func<string> what)
        => AgainAsync(ask, wanted, answersLater: true, grace, gone, lost, what);

    /// <summary>Waits on the grain's time; returns early, and says so, where the grain ends.</summary>
    public async Task<bool> WaitAsync(TimeSpan wait)
    {
        await Over(Task.Delay(wait > TimeSpan.Zero ? wait : TimeSpan.Zero, time, ended.Token));
        return !ended.IsCancellationRequested;
    }

    public void Dispose()
    {
        ended.Cancel();
        ended.Dispose();
    }

    private async Task AgainAsync(Func<Task> send, Func<bool> wanted, bool answersLater, TimeSpan grace, Func<bool, Exception, bool> gone, Func<string, Task> lost, Func<string> what)
    {
        var reached = time.GetTimestamp();
        var wait = FirstWait;
        var asked = false;
        while (!ended.IsCancellationRequested && wanted())
        {
            try
            {
                await send().WaitAsync(grace > LongestWait ? grace : answersLater ? LongestWait : Timeout.InfiniteTimeSpan, time);
                if (!answersLater)
                    return;
                (reached, wait, asked) = (time.GetTimestamp(), LongestWait, true);
            }
            catch (Exception error)
            {
                if (ended.IsCancellationRequested)
                    return;
                LogRepeat(log, what(), wait.TotalSeconds, error.Message);
                if (gone(asked, error) || (grace != Timeout.InfiniteTimeSpan && time.GetElapsedTime(reached) >= grace))
                {
                    await lost(error.Message);
                    return;
                }
            }

            await (wait == LongestWait ? Over(SharedWait()) : WaitAsync(wait));
            wait = wait * 2 < LongestWait ? wait * 2 : LongestWait;
        }
    }

    /// <summary>Many ask again after the same time at once, and share the wait.</summary>
    private Task SharedWait()
    {
        if (!ended.IsCancellationRequested && (time.GetElapsedTime(sharedSince) >= FirstWait || shared.IsCompleted))
            (shared, sharedSince) = (Task.Delay(LongestWait, time, ended.Token), time.GetTimestamp());
        return shared;
    }

    private static async Task Over(Task wait)
        => await wait.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);

    [LoggerMessage(LogLevel.Warning, "{What} was not taken and is sent again in {Seconds} s: {Reason}")]
    private static partial void LogRepeat(ILogger log, string what, double seconds, string reason);
}
