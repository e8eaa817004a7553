namespace CoLearn.Rounds;

/// <summary>Readers wait here for something new, but not for long: a reader asks again, and so notices when nobody is there any more.</summary>
internal sealed class LongPoll(TimeProvider time)
{
    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(1);

    private TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Pulse()
    {
        changed.TrySetResult();
        changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    /// <summary>Waits until the answer is there or the wait is over.</summary>
    public async Task UntilAsync(Func<bool> answered)
    {
        using var over = new CancellationTokenSource(Wait, time);
        while (!answered() && !over.IsCancellationRequested)
            await changed.Task.WaitAsync(over.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
    }
}
