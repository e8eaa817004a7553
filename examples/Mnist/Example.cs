using System.Diagnostics;
using Spectre.Console;

namespace CoLearn.Examples.Mnist;

/// <summary>The whole example: read the command line, start the learners, run their rounds, show and keep what happens.</summary>
internal static class Example
{
    /// <summary>Runs it.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="terminal">Where it prints.</param>
    /// <param name="cancellation">Ends it early; what there is is kept.</param>
    /// <returns>See <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(string[] arguments, Terminal terminal, CancellationToken cancellation)
    {
        var (options, exitCode) = new CommandLineReader().Read(arguments, terminal.Output, terminal.Error);
        if (options is null)
            return exitCode;

        if (options.Compare is { } files)
            return await CompareAsync(files, terminal);
        try
        {
            return options.Model == "cnn"
                ? await RunAsync<CnnModel>(options, terminal, cancellation)
                : await RunAsync<MnistModel>(options, terminal, cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            await terminal.Error.WriteLineAsync("Cancelled; nothing runs any more.");
            return ExitCode.Cancelled;
        }
        catch (Exception exception) when (exception is CollectiveException or IOException or UnauthorizedAccessException)
        {
            await terminal.Error.WriteLineAsync(exception.Message);
            return ExitCode.Failed;
        }
    }

    private static async Task<int> CompareAsync(IReadOnlyList<string> files, Terminal terminal)
    {
        try
        {
            await WriteLinesAsync(terminal.Output, new ComparisonTable(Comparison.Of(files)).Lines());
            return ExitCode.Success;
        }
        catch (ComparisonException exception)
        {
            await terminal.Error.WriteLineAsync(exception.Message);
            return ExitCode.Usage;
        }
    }

    private static async Task<int> RunAsync<TModel>(ExampleOptions options, Terminal terminal, CancellationToken cancellation)
        where TModel : ILearnerModel
    {
        var clock = Stopwatch.StartNew();
        if (await StartAsync<TModel>(options, terminal, cancellation) is not { } local)
            return ExitCode.Usage;

        await using (local)
        {
            var run = new CollectiveRun(await local.Collective.StatusAsync(cancellation));
            BaselineResult? baseline = null;
            try
            {
                Introduce<TModel>(run, terminal);
                if (options.Individual)
                    baseline = await TrainAloneAsync<TModel>(local, run, options, terminal, cancellation);
                else
                    await TrainTogetherAsync(local, run, options, terminal, cancellation);
            }
            finally
            {
                // Also when the run was cancelled.
                if (options.Json is { } results)
                    ResultsFile.Write(results, run, baseline, new(clock.Elapsed.TotalSeconds, PeakMemoryBytes(), options.Threads));
                if (options.Ledger is { } ledger)
                    await LedgerFile.WriteAsync(ledger, local.Collective);
            }

            await WriteLinesAsync(terminal.Output, baseline is null ? Summary.Of(run, clock.Elapsed.TotalSeconds) : Summary.Of(baseline));
        }

        return ExitCode.Success;
    }

    private static async Task<LocalCollective?> StartAsync<TModel>(ExampleOptions options, Terminal terminal, CancellationToken cancellation)
        where TModel : ILearnerModel
    {
        try
        {
            return await LocalCollective.StartAsync<TModel>(LocalStart.Options(options), cancellation);
        }
        catch (Exception exception) when (exception is CollectiveException or LearnerDataException or LearnerSettingsException)
        {
            // All else being checked, a collective that cannot start was given settings or data that do not fit.
            await terminal.Error.WriteLineAsync(exception.Message);
            return null;
        }
    }

    private static async Task TrainTogetherAsync(
        LocalCollective local, CollectiveRun run, ExampleOptions options, Terminal terminal, CancellationToken cancellation)
    {
        var picture = new RoundsPicture(options.Plot, options.Rounds);
        // Spans on the console would tear the progress bar.
        IRoundView view = terminal.Interactive && !options.Trace
            ? new LiveRounds(AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(terminal.Output) }))
            : new PlainRounds(terminal.Output);
        await view.FollowAsync(new RoundTable(run.Learners, terminal.Width, run.Averages), RoundsAsync(), options.Rounds);
        await terminal.Output.WriteLineAsync($"\nPictures: {picture.PngPath} and {picture.SvgPath}.");
        var status = await local.Collective.StatusAsync(cancellation);
        if (status.StopReason is { } reason)
            await terminal.Output.WriteLineAsync(FormattableString.Invariant($"It stopped after round {status.Round}. {reason}"));
        await WriteLinesAsync(terminal.Output, status.Warnings);

        async IAsyncEnumerable<RoundRecord> RoundsAsync()
        {
            yield return Kept(await InitialAsync(local, cancellation));
            await foreach (var round in local.RunAsync(options.Rounds, cancellation))
                yield return Kept(round);
        }

        RoundRecord Kept(RoundRecord round)
        {
            run.Add(round);
            picture.Draw(run);
            return round;
        }
    }

    private static async Task<BaselineResult> TrainAloneAsync<TModel>(
        LocalCollective local, CollectiveRun run, ExampleOptions options, Terminal terminal, CancellationToken cancellation)
        where TModel : ILearnerModel
    {
        run.Add(await InitialAsync(local, cancellation));
        var baseline = new Baseline(local, options, progress => terminal.Error.WriteLine(progress));
        return await baseline.RunAsync<TModel>(cancellation);
    }

    private static async Task<RoundRecord> InitialAsync(LocalCollective local, CancellationToken cancellation)
    {
        await foreach (var round in local.Collective.Rounds(0, cancellation))
            return round;
        throw new CollectiveException($"Collective '{local.Collective.Id}' ended before its initial round.");
    }

    private static void Introduce<TModel>(CollectiveRun run, Terminal terminal)
        where TModel : ILearnerModel
    {
        var parameters = TModel.Definition.Layers.Sum(layer => layer.Parameters);
        var data = run.Status.Data.Values;
        var (train, vote, test) = (data.Sum(one => one.TrainExamples), data.Sum(one => one.VoteExamples), data.Sum(one => one.TestExamples ?? 0));
        terminal.Output.WriteLine(FormattableString.Invariant(
            $"{run.Learners.Count} learners share {train} digits to train, {vote} to vote and {test} to test with."));
        terminal.Output.WriteLine(FormattableString.Invariant($"Model '{TModel.Definition.Name}' has {parameters} parameters."));
        if (run.Averages)
            terminal.Output.WriteLine($"Every round proposes the mean of what {Contributors(run)} learners made at the same time, and all vote.");
        terminal.Output.WriteLine();
        foreach (var (learner, summary) in run.Status.Data.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            foreach (var warning in summary.Warnings)
                terminal.Error.WriteLine($"{learner}: {warning}");
        }
    }

    private static string Contributors(CollectiveRun run)
        => run.Status.Rule is { Contributors: > 0 and var some } && some < run.Learners.Count
            ? FormattableString.Invariant($"{some} of {run.Learners.Count}")
            : FormattableString.Invariant($"all {run.Learners.Count}");

    private static async Task WriteLinesAsync(TextWriter output, IEnumerable<string> lines)
    {
        foreach (var line in lines)
            await output.WriteLineAsync(line);
    }

    private static long PeakMemoryBytes()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64;
    }
}
