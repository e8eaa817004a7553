using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using CoLearn.Examples.Mnist;
using Microsoft.Extensions.Configuration;

namespace CoLearn.Benchmarks.Simulate;

/// <summary>A process with one collective, so that its memory is that of nothing else.</summary>
internal static class SimulateProgram
{
    public const string Verb = "simulate-size";

    /// <summary>Starts the process and waits for what it measured.</summary>
    public static SimulatedSize Run(SimulatePlan plan)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [typeof(SimulateProgram).Assembly.Location, Verb, plan.ToText()]) { RedirectStandardOutput = true })!;
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? JsonSerializer.Deserialize<SimulatedSize>(said)!
            : throw new InvalidOperationException($"The process with {plan.Learners} learners ended with exit code {process.ExitCode}.");
    }

    public static async Task RunAsync(SimulatePlan plan)
    {
        var start = Stopwatch.GetTimestamp();
        var options = new LocalOptions
        {
            Learners = plan.Learners,
            StopAfter = 0,
            Settings = { ["Path"] = plan.Data },
            // As many shares however many of them are used: so every learner has as much.
            Configuration = configuration => configuration.AddInMemoryCollection([new("CoLearn:Learners:mnist-cnn:Shard:Count", plan.Shares.ToString(CultureInfo.InvariantCulture))]),
        };
        await using var local = await LocalCollective.StartAsync<CnnModel>(options);
        var started = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        await local.Collective.RunRoundAsync();
        var idle = BytesInUse();

        List<double> took = [], allocated = [];
        for (var round = 0; round < plan.Rounds; round++)
        {
            var (from, bytes) = (Stopwatch.GetTimestamp(), GC.GetTotalAllocatedBytes());
            await local.Collective.RunRoundAsync();
            took.Add(Stopwatch.GetElapsedTime(from).TotalMilliseconds / plan.Learners);
            allocated.Add((GC.GetTotalAllocatedBytes() - bytes) / 1000.0 / plan.Learners);
        }

        Console.WriteLine(JsonSerializer.Serialize(new SimulatedSize(plan.Learners, took, allocated, idle, started / plan.Learners)));
    }

    /// <summary>What is in use after a forced collection. What is resident varies more than a thousand learners take, by what the allocators keep.</summary>
    private static long BytesInUse()
    {
        for (var pass = 0; pass < 2; pass++)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }

        return GC.GetTotalMemory(forceFullCollection: true) + NativeMemoryInUse.Bytes();
    }
}
