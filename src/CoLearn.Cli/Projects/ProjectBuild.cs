using System.Diagnostics;
using System.Text.Json.Nodes;
using CoLearn.Shell;

namespace CoLearn.Projects;

/// <summary>Builds a project, so that its program runs by itself: signals reach it, and what it prints is all that is printed.</summary>
internal static class ProjectBuild
{
    /// <summary>Builds it.</summary>
    /// <returns>The path of its program.</returns>
    /// <exception cref="MistakeException">It is no project of a program, or cannot be built; the compiler's words are on the error output.</exception>
    public static async Task<string> RunAsync(string project, Terminal terminal, CancellationToken cancellation)
    {
        // No process of the build may stay: it would hold the output open.
        var start = new ProcessStartInfo(
            ProjectProcess.Dotnet, ["build", project, "-t:Build", "-v:quiet", "-nologo", "-nodeReuse:false", "-getProperty:OutputType", "-getProperty:TargetPath"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        using var process = Process.Start(start)!;
        using var cancelled = cancellation.Register(() => process.Kill(entireProcessTree: true));
        var output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        await terminal.Error.WriteAsync(await process.StandardError.ReadToEndAsync(CancellationToken.None));
        await process.WaitForExitAsync(CancellationToken.None);
        cancellation.ThrowIfCancellationRequested();
        if (process.ExitCode != 0)
            throw new MistakeException($"'{project}' cannot be built.", ExitCode.Usage);
        var properties = JsonNode.Parse(await output)!["Properties"]!;
        return ((string)properties["OutputType"]!).EndsWith("exe", StringComparison.OrdinalIgnoreCase)
            ? (string)properties["TargetPath"]!
            : throw new MistakeException($"'{project}' is no site's program but a library; name a project that runs CoLearnSilo.RunAsync.", ExitCode.Usage);
    }
}
