using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;
using CoLearn.Benchmarks.Chaos;

namespace CoLearn;

/// <summary>A site's program in a process of its own.</summary>
internal sealed class SiloProcess : IAsyncDisposable
{
    private const int Sigterm = 15;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process process;
    private readonly Task<string> error;
    private bool isDisposed;

    private SiloProcess(Process process)
    {
        this.process = process;
        error = process.StandardError.ReadToEndAsync();
    }

    /// <summary>The program, which lies beside the tests.</summary>
    public static string Program { get; } = Path.Combine(AppContext.BaseDirectory, "CoLearn.SiloProgram.dll");

    public int GatewayPort { get; private init; }

    public string Address => FormattableString.Invariant($"127.0.0.1:{GatewayPort}");

    /// <summary>What it printed when it was ready.</summary>
    public string Ready { get; private set; } = string.Empty;

    /// <summary>Starts it and waits until it is ready.</summary>
    public static async Task<SiloProcess> StartAsync(string directory, params string[] settings)
    {
        var (silo, gateway) = (RedisServer.FreePort(), RedisServer.FreePort());
        var process = new SiloProcess(Start(directory, [
            FormattableString.Invariant($"--CoLearn:Cluster:SiloPort={silo}"), FormattableString.Invariant($"--CoLearn:Cluster:GatewayPort={gateway}"), .. settings]))
        {
            GatewayPort = gateway,
        };
        process.Ready = await process.process.StandardOutput.ReadLineAsync().WaitAsync(Patience) ?? throw new InvalidOperationException(await process.error);
        return process;
    }

    /// <summary>Runs it to its end.</summary>
    public static async Task<Screen> RunAsync(string directory, params string[] arguments)
    {
        using var process = Start(directory, arguments);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync().WaitAsync(Patience);
        return new(process.ExitCode, await output, await error);
    }

    /// <summary>Tells it to stop, and waits until it has.</summary>
    /// <returns>Its exit code, and what it printed to the error output.</returns>
    public async Task<(int ExitCode, string Error)> StopAsync()
    {
        Signal(process.Id, Sigterm);
        await process.WaitForExitAsync().WaitAsync(Patience);
        return (process.ExitCode, await error);
    }

    /// <summary>What it printed to the error output until it ended.</summary>
    public Task<string> ErrorAsync() => error.WaitAsync(Patience);

    /// <summary>Kills it where it runs.</summary>
    public async ValueTask DisposeAsync()
    {
        if (isDisposed)
            return;
        isDisposed = true;
        if (!process.HasExited)
            process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    internal static void Signal(int process, int signal)
    {
        if (Kill(process, signal) != 0)
            throw new Win32Exception(Marshal.GetLastPInvokeError());
    }

    private static Process Start(string directory, string[] arguments) => Process.Start(new ProcessStartInfo("dotnet", [Program, .. arguments])
    {
        WorkingDirectory = directory,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static extern int Kill(int process, int signal);
}
