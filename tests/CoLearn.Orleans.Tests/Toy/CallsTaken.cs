namespace CoLearn.Toy;

/// <summary>Tells when a grain has taken a call of a method.</summary>
public sealed class CallsTaken(string method) : IIncomingGrainCallFilter
{
    private readonly TaskCompletionSource first = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task First => first.Task;

    public async Task Invoke(IIncomingGrainCallContext context)
    {
        await context.Invoke();
        if (context.MethodName == method)
            first.TrySetResult();
    }
}
