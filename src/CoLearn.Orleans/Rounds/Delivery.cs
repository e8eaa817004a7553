using Microsoft.Extensions.Logging;

namespace CoLearn.Rounds;

/// <summary>Sends a request or a report again and again until it is taken.</summary>
internal static partial class Delivery
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);

    /// <summary>Returns when the message is taken or no longer wanted. Runs on the caller's scheduler, a grain's own.</summary>
    public static async Task UntilTakenAsync(Func<Task> send, Func<bool> wanted, TimeProvider time, ILogger log, string what)
    {
        for (var wait = FirstWait; wanted(); wait = wait * 2 < LongestWait ? wait * 2 : LongestWait)
        {
            try
            {
                await send();
                return;
            }
            catch (Exception error)
            {
                LogRepeat(log, what, wait.TotalSeconds, error.Message);
            }

            await Task.Delay(wait, time);
        }
    }

    [LoggerMessage(LogLevel.Warning, "{What} was not taken and is sent again in {Seconds} s: {Reason}")]
    private static partial void LogRepeat(ILogger log, string what, double seconds, string reason);
}
