using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace CoLearn.Benchmarks.Chaos;

/// <summary>A Redis server of one's own, on this machine's loopback address, that keeps nothing on the disk.</summary>
public class RedisServer
{
    private const int Attempts = 3;

    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("colearn-redis-");
    private Process? process;

    /// <summary>Where the program is; <see langword="null"/> where it is not installed.</summary>
    public static string? Program { get; } = (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator)
        .Select(directory => Path.Combine(directory, "redis-server"))
        .FirstOrDefault(File.Exists);

    /// <summary>Why tests that need it are skipped; <see langword="null"/> where they are not.</summary>
    public static string? Skip => Program is null ? "redis-server is not installed (Debian's package redis-server)." : null;

    /// <summary>For StackExchange.Redis; empty where there is no server.</summary>
    public string Address { get; private set; } = string.Empty;

    public async Task InitializeAsync()
    {
        // Somebody else may take the port that was free.
        for (var attempt = 1; Program is not null && Address.Length == 0; attempt++)
        {
            var port = FreePort();
            if (await StartAsync(port))
                Address = FormattableString.Invariant($"127.0.0.1:{port}");
            else if (attempt == Attempts)
                throw new InvalidOperationException("redis-server does not start.");
        }
    }

    public async Task DisposeAsync()
    {
        await EndAsync();
        directory.Delete(recursive: true);
    }

    private async Task<bool> StartAsync(int port)
    {
        var ready = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        string[] arguments = ["--port", FormattableString.Invariant($"{port}"), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--dir", directory.FullName];
        process = new() { StartInfo = new(Program!, arguments) { RedirectStandardOutput = true }, EnableRaisingEvents = true };
        process.Exited += (_, _) => ready.TrySetResult(false);
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data?.Contains("Ready to accept connections", StringComparison.Ordinal) == true)
                ready.TrySetResult(true);
        };
        process.Start();
        process.BeginOutputReadLine();
        if (await ready.Task.WaitAsync(TimeSpan.FromSeconds(30)))
            return true;
        await EndAsync();
        return false;
    }

    private async Task EndAsync()
    {
        if (process is null)
            return;
        if (!process.HasExited)
            process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        process = null;
    }

    internal static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
