using CoLearn.Examples.Iris.Forests;
using CoLearn.Examples.Iris.Linear;

namespace CoLearn.Examples.Iris;

public sealed class ExampleTests
{
    [Fact]
    public Task Forest_InACollective_LearnsWhatNoLearnerWasShown() => LearnsAsync<ForestLearner>(atFirst: 0.45);

    [Fact]
    public Task Linear_InACollective_LearnsWhatNoLearnerWasShown() => LearnsAsync<LinearLearner>(atFirst: 0.75);

    [Fact]
    public async Task Forest_EqualSeeds_RunsTheSameRounds()
    {
        var heads = new List<string>();
        foreach (var seed in new[] { 4, 4, 5 })
        {
            await using var local = await LocalCollective.StartAsync<ForestLearner>(Options(seed));
            heads.Add((await local.RunAsync(3).LastAsync()).Hash);
        }

        Assert.Equal(heads[0], heads[1]);
        Assert.NotEqual(heads[0], heads[2]);
    }

    [Fact]
    public async Task Forest_FewFlowersToVoteWith_IsDecidedByTheTieRule()
    {
        var accepts = new List<int>();
        foreach (var ties in new[] { Ties.Reject, Ties.ByLoss, Ties.Approve })
        {
            var options = Options(seed: 1);
            options.Rule = rule => rule with { Ties = ties };
            await using var local = await LocalCollective.StartAsync<ForestLearner>(options);
            accepts.Add(await local.RunAsync(10).CountAsync(round => round.Outcome == Outcome.Accepted));
        }

        Assert.True(accepts[0] < accepts[1] && accepts[1] < accepts[2], string.Join(", ", accepts));
    }

    [Fact]
    public async Task Example_BothLearners_PrintsWarningsARowForEachRoundAndEndsWell()
    {
        var (exit, output, error) = await RunAsync("--rounds", "2", "--seed", "3");

        Assert.Equal((ExitCode.Success, ""), (exit, error));
        Assert.Equal(2 * 3, output.Split('\n').Count(line => line.StartsWith("! The vote set of learner 'learner-", StringComparison.Ordinal)));
        Assert.Equal(2 * 3, output.Split('\n').Count(line => line.StartsWith("    ", StringComparison.Ordinal)));
        Assert.Equal(2, output.Split("Mean test accuracy of the accepted weights: ").Length - 1);
    }

    [Fact]
    public async Task Example_SettingsThatCannotBeUsed_SaysSo()
    {
        // Nobody else has nine learners.
        const string name = "CoLearn__Learners__iris-forest__learner-9__Threshold";
        Environment.SetEnvironmentVariable(name, "0.1");
        try
        {
            var (exit, _, error) = await RunAsync("forest", "--learners", "9");

            Assert.Equal(ExitCode.Failed, exit);
            Assert.StartsWith("The settings of learner 'learner-9' of model 'iris-forest' cannot be used: Threshold is set to '0.1'", error);
        }
        finally
        {
            Environment.SetEnvironmentVariable(name, null);
        }
    }

    [Fact]
    public async Task Example_OneLearnerNamed_RunsThatOnly()
    {
        var (exit, output, _) = await RunAsync("linear", "--rounds", "1", "--learners", "1", "--ties", "reject");

        Assert.Equal(ExitCode.Success, exit);
        Assert.DoesNotContain("forest", output, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("accepted", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tree")]
    [InlineData("--rounds")]
    [InlineData("--rounds", "0")]
    [InlineData("--seed", "-1")]
    [InlineData("--learners", "38")]
    [InlineData("--ties", "perhaps")]
    [InlineData("--ties", "7")]
    public async Task Example_CommandLineThatIsNotUnderstood_SaysHowToUseIt(params string[] args)
    {
        var (exit, output, error) = await RunAsync(args);

        Assert.Equal((ExitCode.Usage, ""), (exit, output));
        Assert.StartsWith($"'{string.Join(' ', args)}' is not understood", error, StringComparison.Ordinal);
        Assert.Contains("Usage: dotnet run --project examples/Iris", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Example_Cancelled_EndsAsShellsSayIt()
    {
        var output = new StringWriter();
        Assert.Equal(ExitCode.Cancelled, await Example.RunAsync([], output, output, new CancellationToken(canceled: true)));
    }

    private static LocalOptions Options(long seed) => new() { Learners = 3, Seed = seed, Threads = 1 };

    private static async Task LearnsAsync<TModel>(double atFirst)
        where TModel : ILearnerModel
    {
        await using var local = await LocalCollective.StartAsync<TModel>(Options(seed: 1));
        var initial = await local.Collective.Rounds().FirstAsync();
        var accepted = await local.RunAsync(10).Where(round => round.ChangesWeights).ToListAsync();

        Assert.InRange(initial.MeanTestScore!.Value, 0, atFirst);
        Assert.InRange(accepted[^1].MeanTestScore!.Value, 0.9, 1);
        Assert.Equal(TModel.Definition.Fingerprint, accepted[^1].Facts.Fingerprint);
        Assert.Equal(TModel.Definition.Format.Name, (await local.Collective.WeightsAsync()).Format);
    }

    private static async Task<(int Exit, string Output, string Error)> RunAsync(params string[] args)
    {
        var output = new StringWriter { NewLine = "\n" };
        var error = new StringWriter { NewLine = "\n" };
        return (await Example.RunAsync(args, output, error, CancellationToken.None), output.ToString(), error.ToString());
    }
}
