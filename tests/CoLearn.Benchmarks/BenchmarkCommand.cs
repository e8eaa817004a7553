using System.CommandLine;
using System.Text.Json;
using CoLearn.Benchmarks.Chaos;
using CoLearn.Benchmarks.Endurance;
using CoLearn.Benchmarks.Generator;
using CoLearn.Benchmarks.Moved;
using CoLearn.Benchmarks.Protocol;
using CoLearn.Benchmarks.Rounds;
using CoLearn.Benchmarks.Simulate;
using CoLearn.Benchmarks.Startup;
using Spectre.Console;

namespace CoLearn.Benchmarks;

/// <summary>The command line: <c>list</c>, or a benchmark's name with <c>--json FILE</c> and <c>--quick</c>.</summary>
internal sealed class BenchmarkCommand(TextWriter output, TextWriter error)
{
    /// <summary>All targets hold, or there are none.</summary>
    public const int Held = 0;

    /// <summary>A target does not hold.</summary>
    public const int Missed = 1;

    /// <summary>The command line cannot be used, or what it needs is missing.</summary>
    public const int Usage = 2;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    private static readonly IReadOnlyList<IBenchmark> All =
    [
        new GeneratorBenchmark(), new ChaosBenchmark(), new EnduranceBenchmark(), new MovedBenchmark(), new ProtocolBenchmark(), new RoundBenchmark(),
        new SimulateBenchmark(), new StartupBenchmark(),
    ];

    /// <summary>Runs the command.</summary>
    /// <param name="arguments">As given to the program.</param>
    /// <returns>The exit code.</returns>
    public int Run(string[] arguments)
    {
        var json = new Option<string?>("--json") { Description = "Writes the rows there.", HelpName = "FILE" };
        var quick = new Option<bool>("--quick") { Description = "A few repetitions only, to see that it runs; figures are rough." };
        var data = new Option<string>("--data")
        {
            Description = "A directory of MNIST's four files, for those that train.",
            HelpName = "DIR",
            DefaultValueFactory = _ => BenchmarkOptions.FashionMnist,
        };
        var command = new RootCommand("Measures against a floor in the same run; the exit code is 1 where a target does not hold.");
        var list = new Command("list", "Says which benchmarks there are.");
        list.SetAction(_ => List());
        command.Add(list);
        foreach (var benchmark in All)
        {
            var run = new Command(benchmark.Name, benchmark.About) { json, quick, data };
            run.SetAction(parsed => Measure(benchmark, new(parsed.GetValue(quick), parsed.GetValue(data)!), parsed.GetValue(json)));
            command.Add(run);
        }

        var parsed = command.Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count == 0)
            return parsed.Invoke(new InvocationConfiguration { Output = output, Error = error });
        error.WriteLine($"{parsed.Errors[0].Message.TrimEnd('.')}; give 'list', or one of {string.Join(", ", All.Select(benchmark => benchmark.Name))}.");
        return Usage;
    }

    private int List()
    {
        foreach (var benchmark in All)
            output.WriteLine($"{benchmark.Name,-12} {benchmark.About}");
        return Held;
    }

    private int Measure(IBenchmark benchmark, BenchmarkOptions options, string? file)
    {
        // Before the measurement, which may take long.
        if (file is not null && !Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(file))))
        {
            error.WriteLine($"The directory of '{file}' does not exist; name a file in one that does.");
            return Usage;
        }

        IReadOnlyList<Row> rows;
        try
        {
            rows = benchmark.Run(options);
        }
        catch (MissingException missing)
        {
            error.WriteLine(missing.Message);
            return Usage;
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) });
        console.Profile.Width = Math.Max(console.Profile.Width, 120);
        console.Write(RowTable.Of(rows));
        if (file is not null)
            File.WriteAllText(file, JsonSerializer.Serialize(rows, Json) + "\n");
        return rows.Any(row => row.Holds == false) ? Missed : Held;
    }
}
