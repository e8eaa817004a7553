using System.Diagnostics;

namespace CoLearn.Rounds;

/// <summary>
/// Lets work that costs more the more has come together, such as saving a whole round for each few votes, take a tenth of the time at most: after each group
/// it rests nine times as long as the work took, and for a moment in any case. What cannot wait ends the rest.
/// </summary>
/// <param name="urgent">Whether something that is added cannot wait, or nothing else will come.</param>
/// <param name="moment">The shortest rest; 100 ms by default.</param>
internal sealed class Rest<T>(Func<T, bool> urgent, TimeSpan? moment = null)
{
    private const int Times = 9;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    private readonly TimeSpan shortest = moment ?? TimeSpan.FromMilliseconds(100);

    private TaskCompletionSource end = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What is added from now on goes with the next group.</summary>
    public long Begin()
    {
        end = new(TaskCreationOptions.RunContinuationsAsynchronously);
        return Stopwatch.GetTimestamp();
    }

    public void Added(T item)
    {
        if (urgent(item))
            end.TrySetResult();
    }

    /// <summary>Rests after the work that was begun then.</summary>
    public async Task AfterAsync(long began)
    {
        var rest = Stopwatch.GetElapsedTime(began) * Times;
        await end.Task.WaitAsync(rest < shortest ? shortest : rest < Longest ? rest : Longest).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
    }
}
