using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace CoLearn.Examples.Mnist;

/// <summary>What the tutorial's README shows is what was run here.</summary>
public sealed class TutorialTests
{
    [Fact]
    public async Task PlainScript_FewDigits_TrainsForFourEpochs()
    {
        using var scratch = new Scratch();
        TinyDigits.Write(scratch.Path, train: 200, test: 50);

        var script = Path.Combine(AppContext.BaseDirectory, "MnistPlain.dll");
        var start = new ProcessStartInfo("dotnet", [script, scratch.Path]) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();

        Assert.Equal(0, process.ExitCode);
        Assert.Collection(
            output.TrimEnd().ReplaceLineEndings("\n").Split('\n'),
            line => Assert.Matches(@"^epoch 1: test accuracy 0\.\d{3}$", line),
            line => Assert.Matches(@"^epoch 2: test accuracy 0\.\d{3}$", line),
            line => Assert.Matches(@"^epoch 3: test accuracy 0\.\d{3}$", line),
            line => Assert.Matches(@"^epoch 4: test accuracy 0\.\d{3}$", line));
    }

    [Fact]
    public async Task ThreeChanges_FewDigits_RunTwentyRounds()
    {
        using var scratch = new Scratch();
        TinyDigits.Write(scratch.Path, train: 200, test: 100);
        var data = scratch.Path;
        using var Console = new StringWriter();

        await using var local = await LocalCollective.StartAsync<MnistModel>(new() { Learners = 5, Settings = { ["Path"] = data } });
        await foreach (var round in local.RunAsync(20))
            Console.WriteLine($"round {round.Index}: {round.Outcome}, test accuracy {round.MeanTestScore:0.000}");

        var lines = Console.ToString().TrimEnd().ReplaceLineEndings("\n").Split('\n');
        Assert.Equal(20, lines.Length);
        Assert.Matches(@"^round 20: (Accepted|Rejected), test accuracy 0\.\d{3}$", lines[19]);
    }

    [Fact]
    public void Readme_PlainScript_IsTheProgramThatRuns()
        => Assert.Equal(Lines(Source("../../examples/MnistPlain/Program.cs")), Blocks()[0]);

    [Fact]
    public void Readme_Declaration_IsTheModelThatRuns()
    {
        var model = Lines(Source("../../examples/Mnist/MnistModel.cs")).SkipWhile(line => !line.StartsWith("[Learner", StringComparison.Ordinal));

        Assert.Equal(model, Blocks()[1]);
    }

    [Fact]
    public void Readme_Rounds_AreTheLinesThatRunAbove()
    {
        var readme = Blocks()[2];
        var test = Lines(Source("TutorialTests.cs")).Select(line => line.Trim()).ToList();

        var start = test.IndexOf(readme[0].Trim());

        Assert.Equal(readme.Select(line => line.Trim()), test.Skip(start).Take(readme.Count));
    }

    [Fact]
    public void Readme_Options_AreThoseOfTheHelp()
    {
        using var help = new StringWriter();
        new CommandLineReader().Read(["--help"], help, TextWriter.Null);
        var offered = Lines(help.ToString())
            .Select(line => line.Trim())
            .Where(line => line.StartsWith("--", StringComparison.Ordinal))
            .Select(line => line.Split(' ')[0]);
        var described = Lines(Source("../../examples/Mnist/README.md"))
            .Where(line => line.StartsWith("| `--", StringComparison.Ordinal))
            .Select(line => line[3..].Split(' ', '`')[0]);

        Assert.Equal(offered.Except(["--version"]), described);
    }

    /// <summary>The lines of the README's C# blocks.</summary>
    private static List<List<string>> Blocks()
    {
        var blocks = new List<List<string>>();
        var inside = false;
        foreach (var line in Lines(Source("../../examples/Mnist/README.md")))
        {
            if (line == "```csharp")
                blocks.Add([]);
            else if (inside && line != "```")
                blocks[^1].Add(line);
            inside = line == "```csharp" || (inside && line != "```");
        }

        return blocks;
    }

    private static string[] Lines(string text) => text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');

    private static string Source(string relative, [CallerFilePath] string here = "")
        => File.ReadAllText(Path.Combine(Path.GetDirectoryName(here)!, relative));
}
