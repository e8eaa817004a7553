using System.Text.Json.Nodes;
using CoLearn.Ledger;

namespace CoLearn.Examples.Mnist;

/// <summary>The whole example on the real digits, in small: little training, few votes.</summary>
public sealed class EndToEndTests
{
    private static readonly string[] Small = ["--learners", "3", "--proposal-batches", "3", "--vote-examples", "60", "--threads", "1"];

    [Theory]
    [InlineData("tutorial", "mnist")]
    [InlineData("cnn", "mnist-cnn")]
    public async Task Example_EqualSeeds_HaveEqualResults(string model, string name)
    {
        using var scratch = new Scratch();

        var first = await RunAsync(scratch, "1", "--model", model, "--rounds", "3");
        var second = await RunAsync(scratch, "2", "--model", model, "--rounds", "3");

        Assert.Equal(["1.json", "1.png", "1.svg", "2.json", "2.png", "2.svg"], scratch.Names);
        Assert.Equal(name, (string?)first["model"]);
        Assert.Equal([true, false, false, false], first["rounds"]!.AsArray().Select(round => (string?)round!["outcome"] == "initial"));
        Assert.Equal(WithoutMeasurements(first), WithoutMeasurements(second));
    }

    [Fact]
    public async Task Example_StrategyAverage_ProposesMeansOnWhichAllVote()
    {
        using var scratch = new Scratch();

        var results = await RunAsync(scratch, "r", "--rounds", "2", "--strategy", "average", "--contributors", "2");

        Assert.Equal(("average", 2), ((string?)results["rule"]!["strategy"], (int)results["rule"]!["contributors"]!));
        foreach (var round in results["rounds"]!.AsArray().Skip(1))
        {
            var proposers = round!["proposers"]!.AsArray().Select(name => (string?)name).ToList();
            Assert.Equal(2, proposers.Count);
            Assert.Equal(proposers.Order(), round["contributions"]!.AsArray().Select(one => (string?)one!["learner"]).Order());
            Assert.Equal([true, true, true], round["votes"]!.AsArray().Select(vote => (bool)vote!["elector"]!));
        }
    }

    [Fact]
    public async Task Example_OtherSeed_HasOtherWeights()
    {
        using var scratch = new Scratch();

        var first = await RunAsync(scratch, "1", "--rounds", "0");
        var second = await RunAsync(scratch, "2", "--rounds", "0", "--seed", "2");

        Assert.NotEqual((string?)first["rounds"]![0]!["proposalHash"], (string?)second["rounds"]![0]!["proposalHash"]);
    }

    [Fact]
    public async Task Example_Individual_ComparesLearnersAloneOnTheUnion()
    {
        using var scratch = new Scratch();
        var screen = new Screen();

        var exitCode = await screen.RunAsync([.. Small, "--rounds", "4", "--individual", "--json", scratch.File("r.json")]);

        Assert.Equal(0, exitCode);
        var individual = JsonNode.Parse(File.ReadAllText(scratch.File("r.json")))!["individual"]!;
        Assert.Equal((2, 4), ((int)individual["sameTotal"]!["proposals"]!, (int)individual["sameEach"]!["proposals"]!));
        foreach (var training in new[] { "sameTotal", "sameEach" })
        {
            var learners = individual[training]!["learners"]!.AsArray();
            Assert.Equal(["learner-1", "learner-2", "learner-3"], learners.Select(learner => (string?)learner!["learner"]));
            // The shards' test sets have 333 digits each: the union's score is the mean of scores on three sets of that size.
            Assert.All(learners, learner => Assert.InRange((double)learner!["unionScore"]! * 999, 1, 998));
            Assert.All(learners, learner => Assert.Equal(Math.Round((double)learner!["ownScore"]! * 333), (double)learner!["ownScore"]! * 333, 6));
            Assert.Equal(learners.Average(learner => (double)learner!["unionScore"]!), (double)individual[training]!["meanUnionScore"]!, 12);
        }

        Assert.Contains("mean", screen.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Pictures", screen.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Example_SettingsThatCannotBeUsed_SaysAllAndStartsNothing()
    {
        // Nobody else has seven learners.
        const string section = "CoLearn__Learners__mnist__learner-7__";
        Environment.SetEnvironmentVariable(section + "BatchSize", "0");
        Environment.SetEnvironmentVariable(section + "Threshold", "0.1");
        try
        {
            using var scratch = new Scratch();
            var screen = new Screen();

            var exitCode = await screen.RunAsync(["--learners", "7", "--plot", scratch.File("r.png")]);

            Assert.Equal((2, ""), (exitCode, screen.Output));
            var lines = screen.Error.TrimEnd().Split('\n');
            Assert.Equal(2, lines.Length);
            Assert.All(lines, line => Assert.StartsWith("The settings of learner 'learner-7' of model 'mnist' cannot be used: ", line, StringComparison.Ordinal));
            Assert.Empty(scratch.Names);
        }
        finally
        {
            Environment.SetEnvironmentVariable(section + "BatchSize", null);
            Environment.SetEnvironmentVariable(section + "Threshold", null);
        }
    }

    [Fact]
    public async Task Example_Cancelled_KeepsWhatThereIs()
    {
        using var scratch = new Scratch();
        using var cancellation = new CancellationTokenSource();
        // The line of round 1 is out: round 2 is at work.
        var screen = new Screen { LineWritten = line => Cancel(line.StartsWith("    1", StringComparison.Ordinal)) };
        void Cancel(bool now)
        {
            if (now)
                cancellation.Cancel();
        }

        var exitCode = await screen.RunAsync(
            cancellation.Token, [.. Small, "--rounds", "1000", "--json", scratch.File("r.json"), "--ledger", scratch.File("l.jsonl"), "--plot", scratch.File("r.png")]);

        Assert.Equal(130, exitCode);
        Assert.Equal("Cancelled; nothing runs any more.", screen.Error.TrimEnd().Split('\n')[^1]);
        Assert.InRange(JsonNode.Parse(File.ReadAllText(scratch.File("r.json")))!["rounds"]!.AsArray().Count, 2, 999);
        var ledger = await CheckAsync(scratch.File("l.jsonl"));
        Assert.Empty(ledger.Findings);
        Assert.InRange(ledger.Records, 2, 999);
    }

    [Fact]
    public async Task Example_Ledger_IsWholeAndOfTheSameRounds()
    {
        using var scratch = new Scratch();

        var results = await RunAsync(scratch, "r", "--rounds", "2", "--ledger", scratch.File("l.jsonl"));

        var ledger = await CheckAsync(scratch.File("l.jsonl"));
        Assert.Empty(ledger.Findings);
        Assert.Equal((3, "mnist", (string?)results["rounds"]![2]!["hash"]), (ledger.Records, ledger.Header!.Collective, ledger.Head));
    }

    [Fact]
    public async Task Example_DirectoryWithoutDigits_PrintsOneSentenceAndEndsWith2()
    {
        using var scratch = new Scratch();
        var screen = new Screen();

        var exitCode = await screen.RunAsync("--data", scratch.Path, "--plot", scratch.File("p.png"));

        Assert.Equal(2, exitCode);
        Assert.Contains("train-images-idx3-ubyte", screen.Error, StringComparison.Ordinal);
        Assert.Single(screen.Error.TrimEnd().Split('\n'));
        Assert.Empty(scratch.Names);
    }

    private static async Task<JsonNode> RunAsync(Scratch scratch, string name, params string[] arguments)
    {
        var screen = new Screen();
        var exitCode = await screen.RunAsync([.. Small, .. arguments, "--json", scratch.File(name + ".json"), "--plot", scratch.File(name + ".png")]);
        Assert.True(exitCode == 0, screen.Error);
        return JsonNode.Parse(File.ReadAllText(scratch.File(name + ".json")))!;
    }

    private static async Task<LedgerReport> CheckAsync(string file)
    {
        await using var content = File.OpenRead(file);
        return await LedgerCheck.RunAsync(content);
    }

    private static string WithoutMeasurements(JsonNode results)
    {
        var copy = results.DeepClone();
        copy.AsObject().Remove("measurements");
        foreach (var round in copy["rounds"]!.AsArray())
            round!.AsObject().Remove("measurements");
        return copy.ToJsonString();
    }
}
