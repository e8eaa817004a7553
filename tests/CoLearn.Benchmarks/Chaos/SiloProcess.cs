using System.Collections.Concurrent;
using System.Diagnostics;

namespace CoLearn.Benchmarks.Chaos;

/// <summary>A silo in a process of its own, that can be killed and started again.</summary>
internal sealed class SiloProcess(SiloPlan plan) : IAsyncDisposable
{
    /// <summary>The exit code of a process that SIGKILL ended.</summary>
    public const int Killed = 137;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private Process? process;
    private TaskCompletionSource<string>? asked;

    public SiloPlan Plan => plan;

    /// <summary>What it said besides being ready: warnings, errors, and what it took over.</summary>
    public ConcurrentQueue<(DateTimeOffset At, string Line)> Said { get; } = [];

    public bool IsAlive => process is { HasExited: false };

    /// <summary>Starts it; completes when it takes calls.</summary>
    public async Task StartAsync(SiloPlan? instead = null)
    {
        var program = typeof(SiloProcess).Assembly.Location;
        // As a silo runs, not as the benchmarks do.
        process = new()
        {
            StartInfo = new("dotnet", [program, SiloProgram.Verb, (instead ?? plan).ToText()])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                Environment = { ["DOTNET_TieredCompilation"] = "1", ["DOTNET_gcServer"] = "0" },
            },
            EnableRaisingEvents = true,
        };
        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        process.OutputDataReceived += (_, line) => Heard(line.Data, ready);
        process.ErrorDataReceived += (_, line) => Heard(line.Data, ready);
        process.Exited += (_, _) => ready.TrySetException(new InvalidOperationException($"The silo of site '{plan.Site}' ended before it was ready: {string.Join(' ', Said.TakeLast(5).Select(said => said.Line))}"));
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await ready.Task.WaitAsync(Patience);
    }

    /// <summary>Asks it about itself.</summary>
    /// <returns>Its answer, which begins with the question.</returns>
    public async Task<string> AskAsync(string question)
    {
        asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await process!.StandardInput.WriteLineAsync(question);
        return await asked.Task.WaitAsync(Patience);
    }

    /// <summary>Whether it took over a round or a collective.</summary>
    public bool TookOverBetween(DateTimeOffset start, DateTimeOffset end)
        => Said.Any(said => said.At >= start && said.At <= end && said.Line.Contains(" goes on here", StringComparison.Ordinal));

    /// <summary>SIGKILL.</summary>
    public async Task KillAsync()
    {
        process!.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>Waits until it has ended.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> EndedAsync()
    {
        await process!.WaitForExitAsync().WaitAsync(Patience);
        return process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (process is null)
            return;
        if (!process.HasExited)
            process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private void Heard(string? line, TaskCompletionSource ready)
    {
        if (line == SiloProgram.Ready)
            ready.TrySetResult();
        else if (line?.StartsWith(Moved.SiloReport.Ask + ' ', StringComparison.Ordinal) == true)
            asked?.TrySetResult(line);
        else if (!string.IsNullOrWhiteSpace(line))
            Said.Enqueue((DateTimeOffset.UtcNow, line));
    }
}
