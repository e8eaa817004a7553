using System.Diagnostics;
using System.Runtime.InteropServices;
using CoLearn.Shell;

namespace CoLearn.Projects;

/// <summary>A site's program in a process of its own: what it prints, signals and its exit code are passed on.</summary>
internal static class ProjectProcess
{
    private const int Sigterm = 15;

    /// <summary>The command that runs programs.</summary>
    public static string Dotnet { get; } = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    /// <summary>Runs it.</summary>
    /// <exception cref="MistakeException">It is no program.</exception>
    public static async Task<int> RunAsync(string project, string[] arguments, Terminal terminal, CancellationToken cancellation)
    {
        var program = IsDll(project) ? project : await ProjectBuild.RunAsync(Project(project), terminal, cancellation);
        SiteProgram.Require(project, program);
        using var process = Process.Start(new ProcessStartInfo(Dotnet, [program, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Forward);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Forward);
        using var cancelled = cancellation.Register(() => Stop(process));
        await Task.WhenAll(CopyAsync(process.StandardOutput, terminal.Output), CopyAsync(process.StandardError, terminal.Error));
        await process.WaitForExitAsync(CancellationToken.None);
        return process.ExitCode;

        void Forward(PosixSignalContext signal)
        {
            signal.Cancel = true;
            Stop(process);
        }
    }

    private static bool IsDll(string project) => File.Exists(project) && Path.GetExtension(project).Equals(".dll", StringComparison.OrdinalIgnoreCase);

    private static string Project(string project)
        => (File.Exists(project) && Path.GetExtension(project).EndsWith("proj", StringComparison.OrdinalIgnoreCase))
            || (Directory.Exists(project) && Directory.EnumerateFiles(project, "*.*proj").Count() == 1)
            ? project
            : throw new MistakeException($"'{project}' is no site's program; name a project, a folder with one project, or a DLL.", ExitCode.Usage);

    private static async Task CopyAsync(StreamReader from, TextWriter to)
    {
        while (await from.ReadLineAsync() is { } line)
        {
            await to.WriteAsync(line + "\n");
            await to.FlushAsync();
        }
    }

    private static void Stop(Process process)
    {
        if (process.HasExited)
            return;
        if (OperatingSystem.IsWindows())
            process.Kill(entireProcessTree: true);
        else
            _ = Kill(process.Id, Sigterm);
    }

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int Kill(int process, int signal);
}
