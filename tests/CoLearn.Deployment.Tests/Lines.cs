namespace CoLearn;

/// <summary>An output whose first line can be waited for.</summary>
internal sealed class Lines : StringWriter
{
    private readonly TaskCompletionSource<string> first = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<string> First => first.Task;

    public override Task WriteLineAsync(string? value)
    {
        first.TrySetResult(value ?? "");
        return base.WriteLineAsync(value);
    }
}
