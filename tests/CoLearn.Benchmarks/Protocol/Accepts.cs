namespace CoLearn.Benchmarks.Protocol;

/// <summary>Counts the learners that have noted an outcome.</summary>
internal sealed class Accepts
{
    private string collective = string.Empty;
    private int round;
    private int waiting;
    private TaskCompletionSource all = new();

    /// <summary>Completes when so many learners have noted the outcome of a round.</summary>
    public Task Await(string of, int at, int learners)
    {
        (collective, round, waiting, all) = (of, at, learners, new(TaskCreationOptions.RunContinuationsAsynchronously));
        return all.Task;
    }

    public void Note(string of, int at)
    {
        if (at == round && of == collective && Interlocked.Decrement(ref waiting) == 0)
            all.SetResult();
    }
}
