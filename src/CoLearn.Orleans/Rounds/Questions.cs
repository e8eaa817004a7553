using Microsoft.Extensions.Logging;

namespace CoLearn.Rounds;

/// <summary>
/// Asks those who answer later, again and again until the answers are there, in case a question was lost with the silo that took it: every two seconds, and as
/// soon as the cluster has changed. One clock is for all of them, since a round may ask thousands. Runs on the caller's scheduler, the grain's own.
/// </summary>
/// <param name="time">The caller's clock.</param>
/// <param name="cluster">A number that is another one after a silo has come or gone; <see langword="null"/> where this one goes.</param>
/// <param name="log">Where it is said that a question was not taken.</param>
internal sealed partial class Questions(TimeProvider time, Func<long?> cluster, ILogger log) : IDisposable
{
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(2);

    private readonly CancellationTokenSource ended = new();
    private List<Question> open = [];
    private bool beats;

    /// <summary>Asks, and asks again while the answer is wanted.</summary>
    public void Ask(Question question)
    {
        if (ended.IsCancellationRequested)
            return;
        question.Reached = time.GetTimestamp();
        question.Wait = Beat;
        open.Add(question);
        _ = SendAsync(question);
        if (beats)
            return;
        beats = true;
        _ = BeatAsync(cluster());
    }

    /// <summary>Nobody waits for the answers to earlier questions.</summary>
    public void Drop() => open = [];

    public void Dispose() => ended.Cancel();

    private async Task BeatAsync(long? known)
    {
        var token = ended.Token;
        while (!token.IsCancellationRequested && open.Count > 0)
        {
            await Task.Delay(Beat, time, token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
            if (token.IsCancellationRequested)
                return;
            var now = time.GetTimestamp();
            if (cluster() is { } present && present != known)
            {
                known = present;
                open.ForEach(question => question.Due = question.IsUnderWay ? question.Due : now);
            }

            open.RemoveAll(question => question.IsGivenUp || (question.Due <= now && !question.IsWanted));
            foreach (var question in open.Where(question => question.Due <= now).ToArray())
                _ = question.IsUnderWay ? FailAsync(question, new TimeoutException("It did not answer in time.")) : SendAsync(question);
        }

        beats = false;
    }

    private async Task SendAsync(Question question)
    {
        var sending = ++question.Sendings;
        question.IsUnderWay = true;
        question.Due = After(question.Grace > LongestWait ? question.Grace : LongestWait);
        try
        {
            await question.SendAsync(again: sending > 1 || question.Grace == TimeSpan.Zero);
        }
        catch (Exception error)
        {
            if (sending == question.Sendings)
                await FailAsync(question, error);
            return;
        }

        if (sending != question.Sendings)
            return;
        (question.IsUnderWay, question.IsAsked) = (false, true);
        (question.Reached, question.Wait, question.Due) = (time.GetTimestamp(), Beat, After(LongestWait));
    }

    private async Task FailAsync(Question question, Exception error)
    {
        question.Sendings++;
        question.IsUnderWay = false;
        if (ended.IsCancellationRequested || !question.IsWanted)
            return;
        LogRepeat(log, question, question.Wait.TotalSeconds, error.Message);
        if (question.IsGone(error) || time.GetElapsedTime(question.Reached) >= question.Grace)
        {
            question.IsGivenUp = true;
            await question.GiveUpAsync(error.Message);
            return;
        }

        question.Due = After(question.Wait);
        question.Wait = question.Wait * 2 < LongestWait ? question.Wait * 2 : LongestWait;
    }

    private long After(TimeSpan wait) => time.GetTimestamp() + (long)(wait.TotalSeconds * time.TimestampFrequency);

    [LoggerMessage(LogLevel.Warning, "{What} was not taken and is sent again in {Seconds} s: {Reason}")]
    private static partial void LogRepeat(ILogger log, Question what, double seconds, string reason);
}
