namespace CoLearn.Rounds;

/// <summary>
/// Lets work that costs more the more has come together, such as saving a whole round for each few votes, take a tenth of the time at most: after each group
/// it rests nine times as long as the work took. What cannot wait ends the rest.
/// </summary>
/// <param name="time">Tells how long the work takes.</param>
/// <param name="urgent">Whether something that is added cannot wait, or nothing else will come.</param>
internal sealed class Rest<T>(TimeProvider time, Func<T, bool> urgent)
{
    private const int Times = 9;
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    private TaskCompletionSource end = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What is added from now on goes with the next group.</summary>
    public long Begin()
    {
        end = new(TaskCreationOptions.RunContinuationsAsynchronously);
        return time.GetTimestamp();
    }

    public void Added(T item)
    {
        if (urgent(item))
            end.TrySetResult();
    }

    /// <summary>Rests after the work that was begun then.</summary>
    public async Task AfterAsync(long began)
    {
        var rest = time.GetElapsedTime(began) * Times;
        if (rest < Shortest)
            return;
        await end.Task.WaitAsync(rest < Longest ? rest : Longest, time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
    }
}
