using System.Globalization;
using CoLearn.Examples.Iris.Forests;
using CoLearn.Examples.Iris.Linear;

namespace CoLearn.Examples.Iris;

/// <summary>The whole program: a collective of each learner in turn, a line a round.</summary>
internal static class Example
{
    public static async Task<int> RunAsync(IReadOnlyList<string> args, TextWriter output, TextWriter error, CancellationToken cancellation)
    {
        var (options, problem) = ExampleOptions.Parse(args);
        if (problem is not null)
        {
            await error.WriteLineAsync($"{problem}\n{ExampleOptions.Usage}");
            return ExitCode.Usage;
        }

        try
        {
            if (options.Learner is null or "forest")
                await RunAsync<ForestLearner>("Random forest: setosa, versicolor or virginica?", options, output, cancellation);
            if (options.Learner is null or "linear")
                await RunAsync<LinearLearner>("ML.NET's logistic regression: virginica or not?", options, output, cancellation);
            return ExitCode.Success;
        }
        catch (Exception refusal) when (refusal is CollectiveException or LearnerSettingsException)
        {
            await error.WriteLineAsync(refusal.Message);
            return ExitCode.Failed;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return ExitCode.Cancelled;
        }
    }

    // Nothing below knows which of the two it runs.
    private static async Task RunAsync<TModel>(string title, ExampleOptions options, TextWriter output, CancellationToken cancellation)
        where TModel : ILearnerModel
    {
        await using var local = await LocalCollective.StartAsync<TModel>(
            new() { Learners = options.Learners, Seed = options.Seed, Threads = 1, Rule = rule => rule with { Ties = options.Ties ?? rule.Ties } }, cancellation);
        var status = await local.Collective.StatusAsync(cancellation);
        await output.WriteLineAsync($"{title}\n{Shares(status)}");
        foreach (var warning in status.Learners.SelectMany(learner => status.Data[learner].Warnings))
            await output.WriteLineAsync($"! {warning}");

        await output.WriteLineAsync($"\n{RoundTable.Legend}\n{RoundTable.Header(local.Learners)}");
        var accepted = await local.Collective.Rounds().FirstAsync(cancellation);
        await output.WriteLineAsync(RoundTable.Row(accepted));
        await foreach (var round in local.RunAsync(options.Rounds, cancellation))
        {
            await output.WriteLineAsync(RoundTable.Row(round));
            accepted = round.ChangesWeights ? round : accepted;
        }

        var accepts = (await local.Collective.StatusAsync(cancellation)).Accepts.Values.Sum();
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"\n{accepts} of {options.Rounds} proposals were accepted. Mean test accuracy of the accepted weights: {accepted.MeanTestScore:0.000}.\n"));
    }

    private static string Shares(CollectiveStatus status)
    {
        var data = status.Data.Values.ToArray();
        return $"{data.Length} learners train on {data.Sum(one => one.TrainExamples)} irises, vote with {data.Sum(one => one.VoteExamples)} and test with {data.Sum(one => one.TestExamples)}; nobody sees another's.";
    }
}
