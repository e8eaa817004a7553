namespace CoLearn.Toy;

/// <summary>Holds the proposer of round 1 until the gate opens or its work is cancelled.</summary>
internal sealed class Gate : IDisposable
{
    private readonly ManualResetEventSlim open = new();
    private readonly TaskCompletionSource reached = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Gate(Mood mood) => mood.BeforePropose = context =>
    {
        if (context.Round != 1)
            return;
        reached.TrySetResult();
        try
        {
            open.Wait(context.Cancellation);
        }
        finally
        {
            LetGo = true;
        }
    };

    public Task Reached => reached.Task;

    public bool LetGo { get; private set; }

    public void Open() => open.Set();

    public void Dispose()
    {
        open.Set();
        open.Dispose();
    }
}
