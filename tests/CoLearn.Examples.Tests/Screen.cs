namespace CoLearn.Examples.Mnist;

/// <summary>A terminal that remembers what was printed.</summary>
internal sealed class Screen
{
    private readonly Lines output;
    private readonly StringWriter error = new();

    public Screen() => output = new(this);

    /// <summary>Called with every line of the output.</summary>
    public Action<string>? LineWritten { get; init; }

    public string Output => output.ToString().ReplaceLineEndings("\n");

    public string Error => error.ToString().ReplaceLineEndings("\n");

    public Task<int> RunAsync(params string[] arguments) => RunAsync(CancellationToken.None, arguments);

    public Task<int> RunAsync(CancellationToken cancellation, params string[] arguments)
        => Example.RunAsync(arguments, new Terminal(output, TextWriter.Synchronized(error), Interactive: false, Width: 160), cancellation);

    private sealed class Lines(Screen screen) : StringWriter
    {
        public override async Task WriteLineAsync(string? value)
        {
            await base.WriteLineAsync(value);
            screen.LineWritten?.Invoke(value ?? "");
        }
    }
}
