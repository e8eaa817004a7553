using System.CommandLine;
using CoLearn.Export;
using CoLearn.LedgerVerify;
using CoLearn.Probe;
using CoLearn.Projects;
using CoLearn.Results;
using CoLearn.Start;
using CoLearn.Status;
using CoLearn.Steering;
using CoLearn.Watch;

namespace CoLearn.Shell;

/// <summary>The whole command: one verb a folder, each with its own options, all with the same manners.</summary>
internal static class ColearnCommand
{
    /// <summary>Runs it.</summary>
    /// <param name="arguments">As given to the program.</param>
    /// <param name="terminal">Where it reads and prints.</param>
    /// <param name="cancellation">Ends it early, as Ctrl-C does.</param>
    /// <returns>See <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(string[] arguments, Terminal terminal, CancellationToken cancellation = default)
    {
        // A file name may begin with an at sign.
        var parsed = Root(terminal).Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (Mistakes.Of(parsed) is { } mistake)
        {
            await terminal.Error.WriteLineAsync(mistake);
            return ExitCode.Usage;
        }

        try
        {
            var configuration = new InvocationConfiguration { Output = terminal.Output, Error = terminal.Error, EnableDefaultExceptionHandler = false };
            // They pass signals on, and end when the site's program has ended.
            if (ProjectCommands.Has(parsed.CommandResult.Command))
                configuration.ProcessTerminationTimeout = null;
            return await parsed.InvokeAsync(configuration, cancellation);
        }
        catch (MistakeException problem)
        {
            await terminal.Error.WriteLineAsync(problem.Message);
            return problem.ExitCode;
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Cancelled;
        }
    }

    private static RootCommand Root(Terminal terminal)
    {
        var root = new RootCommand("Looks after collectives: learners that train one model together and keep their data.")
        {
            new Command("ledger", "The record of a collective's rounds, as a file.") { VerifyCommand.Make(terminal) },
            StartCommand.Make(terminal),
            WatchCommand.Make(terminal),
            StatusCommand.Make(terminal),
            ResultsCommand.Make(terminal),
            ExportCommand.Make(terminal),
            ProbeCommand.Make(terminal),
        };
        foreach (var command in SteeringCommands.Make(terminal).Concat(ProjectCommands.Make(terminal)))
            root.Add(command);
        return root;
    }
}
