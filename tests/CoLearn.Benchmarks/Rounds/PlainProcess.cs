using System.Diagnostics;
using System.Globalization;

namespace CoLearn.Benchmarks.Rounds;

/// <summary>The plain program as who measures sees it.</summary>
internal sealed class PlainProcess : IDisposable
{
    private readonly Process process;

    public PlainProcess(PlainPlan plan)
    {
        process = Process.Start(new ProcessStartInfo("dotnet", [typeof(PlainProcess).Assembly.Location, RoundsProgram.Verb, plan.ToText()])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        Setting = Answer();
    }

    /// <summary>What it found to be fastest.</summary>
    public string Setting { get; }

    /// <summary>Lets it run a round.</summary>
    /// <returns>The seconds of the training and of the evaluations.</returns>
    public (double Training, double Evaluations) RunRound()
    {
        process.StandardInput.WriteLine();
        process.StandardInput.Flush();
        var seconds = Answer().Split(' ');
        return (double.Parse(seconds[0], CultureInfo.InvariantCulture), double.Parse(seconds[1], CultureInfo.InvariantCulture));
    }

    public void Dispose()
    {
        // It ends with its input.
        process.StandardInput.Close();
        process.WaitForExit();
        process.Dispose();
    }

    private string Answer() => process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The plain program ended.");
}
