using System.Diagnostics;
using System.Text;

namespace CoLearn;

/// <summary>A <c>dotnet</c> command in a process of its own, and what it printed.</summary>
internal sealed record Command(string Line, int ExitCode, string Output)
{
    private static readonly TimeSpan limit = TimeSpan.FromMinutes(8);

    public static Task<Command> DotnetAsync(string folder, string? packages, params string[] arguments) => DotnetAsync(folder, packages, null, arguments);

    /// <param name="folder">Where it runs.</param>
    /// <param name="packages">The packages folder; <see langword="null"/> for the machine's.</param>
    /// <param name="home">Where the SDK keeps what it knows of tools; <see langword="null"/> for the user's.</param>
    /// <param name="arguments">Its arguments.</param>
    public static async Task<Command> DotnetAsync(string folder, string? packages, string? home, string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        if (packages is not null)
            start.Environment["NUGET_PACKAGES"] = packages;
        if (home is not null)
            start.Environment["DOTNET_CLI_HOME"] = home;

        var output = new StringBuilder();
        using var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Add(line.Data);
        process.ErrorDataReceived += (_, line) => Add(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var late = new CancellationTokenSource(limit);
        try
        {
            await process.WaitForExitAsync(late.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"'dotnet {string.Join(' ', arguments)}' had not ended after {limit}; it had printed:\n{output}");
        }

        return new Command($"dotnet {string.Join(' ', arguments)}", process.ExitCode, output.ToString());

        void Add(string? line)
        {
            lock (output)
                output.Append(line).Append(line is null ? "" : "\n");
        }
    }

    public Command Succeeded() => ExitCode == 0 ? this : throw new InvalidOperationException($"'{Line}' ended with {ExitCode}:\n{Output}");

    public Command Failed() => ExitCode != 0 ? this : throw new InvalidOperationException($"'{Line}' should have failed:\n{Output}");
}
