using System.Text.Json.Nodes;

namespace CoLearn.Examples.Mnist;

public sealed class ComparisonTests : IDisposable
{
    private readonly Scratch scratch = new();

    public void Dispose() => scratch.Dispose();

    [Fact]
    public async Task Compare_TwoStrategiesAndSeeds_IsATable()
    {
        string[] files =
        [
            Write("a1", Averages(seed: 1, 0.91, 0.98, null)),
            Write("t1", Turns(seed: 1, 0.90, null, 0.96)),
            Write("t2", Turns(seed: 2, 0.92, 0.90, null)),
            Write("a2", Averages(seed: 2, 0.93, 0.99, 0.985)),
        ];

        Assert.Equal(
            """
            Model 'mnist', 3 learners, 4800 examples to train with, seeds 1, 2.

            Test accuracy of the accepted weights after each round, in the mean over the learners' test sets and over the seeds, with the lowest and the highest seed in brackets; and how many of the round's proposals were accepted.

            | round | turns | accepted | average | accepted |
            | --: | --- | --: | --- | --: |
            | 0 | 0.1000 | | 0.1000 | |
            | 1 | 0.9100 (0.9000–0.9200) | 2 of 2 | 0.9200 (0.9100–0.9300) | 2 of 2 |
            | 2 | 0.9000 | 1 of 2 | 0.9850 (0.9800–0.9900) | 2 of 2 |
            | 3 | 0.9300 (0.9000–0.9600) | 1 of 2 | 0.9825 (0.9800–0.9850) | 1 of 2 |
            | all | | 4 of 6 | | 5 of 6 |

            After how many rounds the accepted weights first have a test accuracy, and how long that takes by the median of a round. Seconds are computed, as if each site had a machine of its own and an equal share of the data: propose + vote/3 for a round in turns, propose/k + vote/3 for a mean of k, and no time for weights to travel. Work is measured: the seconds that all sites compute, one after the other. Rounds are the mean over the seeds; where not all come so far, their number stands instead.

            | test accuracy | turns: rounds | seconds | work | average: rounds | seconds | work |
            | --: | --: | --: | --: | --: | --: | --: |
            | 0.95 | 1 of 2 | | | 2.0 | 2.5 | 7.5 |
            | 0.97 | never | | | 2.0 | 2.5 | 7.5 |
            | 0.98 | never | | | 2.0 | 2.5 | 7.5 |
            | 0.985 | never | | | 1 of 2 | | |
            | 0.99 | never | | | 1 of 2 | | |
            | a round, median | 1 | 3.4 | 3.8 | 1 | 1.3 | 3.8 |
            """.ReplaceLineEndings("\n"),
            (await CompareAsync(files)).TrimEnd());
    }

    [Fact]
    public async Task Compare_OneSeed_HasNoSpread()
    {
        var table = await CompareAsync(Write("t", Turns(seed: 4, 0.9, 0.95)));

        Assert.Contains("seed 4.", table, StringComparison.Ordinal);
        Assert.Contains("\n| 2 | 0.9500 | 1 of 1 |\n", table, StringComparison.Ordinal);
        Assert.DoesNotContain("seeds", table, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Compare_SomeContribute_IsAStrategyOfItsOwn()
    {
        var table = await CompareAsync(Write("all", Averages(seed: 1, 0.95)), Write("two", Averages(seed: 1, contributors: 2, 0.9)));

        Assert.Contains("\n| round | average of 2 | accepted | average | accepted |\n", table, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Compare_SeveralThreads_HasScoresWithoutSeconds()
    {
        var table = await CompareAsync(Write("t", Turns(seed: 1, 0.9), threads: 2));

        Assert.Contains("| 1 | 0.9000 |", table, StringComparison.Ordinal);
        Assert.DoesNotContain("work", table.Split("Seconds are compared only where all runs were made with --threads 1")[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Compare_ResultsWrittenBeforeVoteSetsWere_AreRead()
    {
        var file = Write("t", Turns(seed: 1, 0.9), results =>
        {
            results["rule"]!.AsObject().Remove("voteExamples");
            results["data"]!["learner-1"]!.AsObject().Remove("voteSetHash");
        });

        Assert.Contains("| 1 | 0.9000 |", await CompareAsync(file), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("the model is mnist in '{0}' and mnist-cnn in '{1}'", "model", "\"mnist-cnn\"")]
    [InlineData("the number of learners is 3 in '{0}' and 2 in '{1}'", "learners", """["learner-1", "learner-2"]""")]
    [InlineData("Epochs of 'learner-2' is 1 in '{0}' and 2 in '{1}'", "settings.learner-2.Epochs", "\"2\"")]
    [InlineData("the number of train examples of 'learner-1' is 1600 in '{0}' and 12000 in '{1}'", "data.learner-1.trainExamples", "12000")]
    [InlineData("the number of test examples of 'learner-1' is 200 in '{0}' and not given in '{1}'", "data.learner-1.testExamples", "null")]
    [InlineData("the vote threshold is 0.5 in '{0}' and 0.75 in '{1}'", "rule.threshold", "0.75")]
    [InlineData("the rule for ties is byloss in '{0}' and reject in '{1}'", "rule.ties", "\"reject\"")]
    [InlineData("the number of vote examples used is not given in '{0}' and 50 in '{1}'", "rule.voteExamples", "50")]
    [InlineData("the digits of '{1}' are others than those of '{0}'", "data.learner-1.voteSetHash", "\"beef\"")]
    public async Task Compare_RunsThatDifferInMoreThanStrategy_IsAMistake(string difference, string path, string value)
    {
        var turns = Write("t", Turns(seed: 1, 0.9));
        var average = Write("a", Averages(seed: 1, 0.9), results =>
        {
            var names = path.Split('.');
            names[..^1].Aggregate(results, (node, name) => node[name]!)[names[^1]] = JsonNode.Parse(value);
        });

        Assert.Equal($"Only strategy and seed may differ, but {string.Format(null, difference, turns, average)}.", await MistakeAsync(turns, average));
    }

    [Fact]
    public async Task Compare_RunsOfUnequalLength_IsAMistake()
    {
        var (longer, shorter) = (Write("t", Turns(seed: 1, 0.9, 0.9)), Write("a", Averages(seed: 1, 0.9)));

        Assert.Equal(
            $"Only strategy and seed may differ, but the number of rounds is 2 in '{longer}' and 1 in '{shorter}'.",
            await MistakeAsync(longer, shorter));
    }

    [Fact]
    public async Task Compare_SameStrategyAndSeedTwice_IsAMistake()
    {
        var (one, other) = (Write("t", Turns(seed: 1, 0.9)), Write("u", Turns(seed: 1, 0.9)));

        Assert.Equal($"'{one}' and '{other}' are both of strategy turns and seed 1; give one of them.", await MistakeAsync(one, other));
    }

    [Fact]
    public async Task Compare_OtherSeedsOfEachStrategy_IsAMistake()
        => Assert.Equal(
            "Strategy turns has seeds 1, 2, but average has 2; give equal seeds of each.",
            await MistakeAsync(Write("t", Turns(seed: 1, 0.9)), Write("u", Turns(seed: 2, 0.9)), Write("a", Averages(seed: 2, 0.9))));

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[1]")]
    [InlineData("{}")]
    [InlineData("""{"model": 5}""")]
    public async Task Compare_NotResults_IsAMistake(string content)
    {
        var file = scratch.File("r.json");
        File.WriteAllText(file, content);

        Assert.Equal($"'{file}' holds no results that --json wrote.", await MistakeAsync(file));
    }

    [Fact]
    public async Task Compare_NoFile_IsAMistake()
        => Assert.StartsWith($"The results '{scratch.File("no.json")}' cannot be read: ", await MistakeAsync(scratch.File("no.json")), StringComparison.Ordinal);

    [Fact]
    public async Task Compare_InitialRoundAlone_IsAMistake()
    {
        var file = Write("t", Turns(seed: 1));

        Assert.Equal($"'{file}' holds no round after the initial one.", await MistakeAsync(file));
    }

    [Fact]
    public async Task Compare_Individual_IsAMistake()
    {
        var file = Write("t", Turns(seed: 1), results => results["individual"] = new JsonObject());

        Assert.Equal($"'{file}' holds the results of --individual, where nobody proposes anything to others.", await MistakeAsync(file));
    }

    [Fact]
    public async Task Compare_NoTestScores_IsAMistake()
    {
        var file = Write("t", Turns(seed: 1, 0.9), results =>
        {
            foreach (var vote in results["rounds"]![0]!["votes"]!.AsArray())
                vote!["testScore"] = null;
        });

        Assert.Equal($"'{file}' holds no test scores.", await MistakeAsync(file));
    }

    // A score that is absent is a proposal voted down.
    private static CollectiveRun Turns(long seed, params double?[] scores) => Run(new CollectiveRule(), seed, scores, ["learner-1"], []);

    private static CollectiveRun Averages(long seed, params double?[] scores) => Averages(seed, contributors: 0, scores);

    private static CollectiveRun Averages(long seed, int contributors, params double?[] scores)
    {
        var some = HandMade.Names(contributors == 0 ? 3 : contributors).ToArray();
        var rule = new CollectiveRule { Strategy = Strategies.Average, Contributors = contributors };
        return Run(rule, seed, scores, some, [.. some.Select(name => new Contribution(name, "abcd", 1600))]);
    }

    private static CollectiveRun Run(CollectiveRule rule, long seed, double?[] scores, string[] proposers, Contribution[] contributions)
    {
        var run = new CollectiveRun(HandMade.Status(3) with { Rule = rule, Seed = seed });
        run.Add(HandMade.Record(0, Outcome.Initial, ["learner-1"], Votes(0.1)));
        for (var index = 0; index < scores.Length; index++)
        {
            var outcome = scores[index] is null ? Outcome.Rejected : Outcome.Accepted;
            run.Add(HandMade.Record(index + 1, outcome, proposers, Votes(scores[index] ?? 0.5), contributions: contributions));
        }

        return run;
    }

    private static List<Vote> Votes(double score)
        => [.. HandMade.Names(3).Select((name, number) => new Vote(name, true, VoteAnswer.Approve, 0.5, 0.2, score + ((number - 1) * 0.005)))];

    private string Write(string name, CollectiveRun run, Action<JsonNode>? change = null, int threads = 1)
    {
        var file = scratch.File(name + ".json");
        ResultsFile.Write(file, run, individual: null, new(TotalSeconds: 20, PeakMemoryBytes: 1000, threads));
        if (change is null)
            return file;

        var results = JsonNode.Parse(File.ReadAllText(file))!;
        change(results);
        File.WriteAllText(file, results.ToJsonString());
        return file;
    }

    private static async Task<string> CompareAsync(params string[] files)
    {
        var screen = new Screen();
        Assert.Equal(0, await screen.RunAsync(["--compare", .. files]));
        Assert.Equal("", screen.Error);
        return screen.Output;
    }

    private static async Task<string> MistakeAsync(params string[] files)
    {
        var screen = new Screen();
        Assert.Equal(2, await screen.RunAsync(["--compare", .. files]));
        Assert.Equal("", screen.Output);
        return screen.Error.TrimEnd('\n');
    }
}
