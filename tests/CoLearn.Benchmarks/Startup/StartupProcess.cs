using System.Diagnostics;

namespace CoLearn.Benchmarks.Startup;

/// <summary>Starts a program, and notes when it says how far it has come.</summary>
internal static class StartupProcess
{
    /// <summary>Starts it and waits until it has said all of it.</summary>
    /// <returns>The seconds from before its process was started until each line was heard here.</returns>
    public static IReadOnlyList<double> Seconds(StartupPlan plan, params IReadOnlyList<string> lines)
    {
        var start = Stopwatch.GetTimestamp();
        // As a program runs, not as the benchmarks do.
        using var process = Process.Start(new ProcessStartInfo("dotnet", [typeof(StartupProcess).Assembly.Location, StartupProgram.Verb, plan.ToText()])
        {
            RedirectStandardOutput = true,
            Environment = { ["DOTNET_TieredCompilation"] = "1", ["DOTNET_gcServer"] = "0" },
        })!;
        var seconds = new List<double>();
        while (seconds.Count < lines.Count && process.StandardOutput.ReadLine() is { } line)
        {
            var taken = Stopwatch.GetElapsedTime(start).TotalSeconds;
            if (line == lines[seconds.Count])
                seconds.Add(taken);
        }

        // How it ends is not measured.
        process.Kill();
        process.WaitForExit();
        return seconds.Count == lines.Count ? seconds : throw new InvalidOperationException($"The program '{plan.Program}' ended before it was '{lines[seconds.Count]}'.");
    }
}
