using System.CommandLine;
using CoLearn.Clusters;
using CoLearn.Shell;
using CoLearn.Status;

namespace CoLearn.Steering;

/// <summary><c>colearn pause</c>, <c>resume</c>, <c>cancel</c>, <c>finish</c>, <c>join</c> and <c>leave</c>: each tells a collective something, and prints what came of it.</summary>
internal static class SteeringCommands
{
    public static IEnumerable<Command> Make(Terminal terminal) =>
    [
        Make(
            terminal, "pause", "Begins no further round; a round that runs still ends.",
            (collective, cancellation) => collective.PauseAsync(cancellation),
            status => $"Collective '{status.Collective}' begins no further round; 'colearn resume {status.Collective}' lets it go on."),
        Make(
            terminal, "resume", "Goes on after a pause.",
            (collective, cancellation) => collective.ResumeAsync(cancellation),
            status => FormattableString.Invariant($"Collective '{status.Collective}' goes on, {Math.Max(status.Target - status.Round, 0)} rounds are to come.")),
        Make(
            terminal, "cancel", "Ends a collective at once, and the round that runs with it.",
            (collective, cancellation) => collective.CancelAsync(cancellation),
            status => FormattableString.Invariant($"Collective '{status.Collective}' is {Json.Word(status.Phase)} after {Rounds(status.Round)}.")),
        Make(
            terminal, "finish", "Ends a collective after the round that runs; records and weights stay.",
            (collective, cancellation) => collective.FinishAsync(cancellation),
            status => FormattableString.Invariant($"Collective '{status.Collective}' is {Json.Word(status.Phase)} after {Rounds(status.Round)}.")),
        MakeWithLearner(
            terminal, "join", "Lets a further learner in, which votes from the next round on.",
            (collective, learner, cancellation) => collective.JoinAsync(learner, cancellation),
            (status, learner) => $"Learner '{learner}' has joined collective '{status.Collective}'."),
        MakeWithLearner(
            terminal, "leave", "Lets a learner go, which is asked for nothing from the next round on.",
            (collective, learner, cancellation) => collective.LeaveAsync(learner, cancellation),
            (status, learner) => $"Learner '{learner}' has left collective '{status.Collective}'."),
    ];

    private static string Rounds(int last) => FormattableString.Invariant($"{Math.Max(last, 0)} {(last == 1 ? "round" : "rounds")}");

    private static Command Make(
        Terminal terminal, string name, string description, Func<Collective, CancellationToken, Task<CollectiveStatus>> tell, Func<CollectiveStatus, string> sentence)
    {
        var (collective, command) = (CollectiveArgument.Make(), new Command(name, description));
        command.Add(collective);
        return Act(terminal, command, collective, (_, told, cancellation) => tell(told, cancellation), (_, status) => sentence(status));
    }

    private static Command MakeWithLearner(
        Terminal terminal, string name, string description, Func<Collective, string, CancellationToken, Task<CollectiveStatus>> tell, Func<CollectiveStatus, string, string> sentence)
    {
        var (collective, command) = (CollectiveArgument.Make(), new Command(name, description));
        var learner = CollectiveArgument.NameArgument("LEARNER", "The learner's name.", "learner's name");
        command.Add(collective);
        command.Add(learner);
        return Act(
            terminal,
            command,
            collective,
            (parsed, told, cancellation) => tell(told, parsed.GetRequiredValue(learner), cancellation),
            (parsed, status) => sentence(status, parsed.GetRequiredValue(learner)));
    }

    private static Command Act(
        Terminal terminal,
        Command command,
        Argument<string> collective,
        Func<ParseResult, Collective, CancellationToken, Task<CollectiveStatus>> tell,
        Func<ParseResult, CollectiveStatus, string> sentence)
    {
        var cluster = new ClusterArguments();
        cluster.AddTo(command);
        command.SetAction((parsed, cancellation) => ClusterVerb.RunAsync(
            cluster.Choice(parsed),
            async client =>
            {
                var told = client.GetCollective(parsed.GetRequiredValue(collective));
                // Somebody else's collective that does not exist is not made by telling it something.
                CollectiveArgument.Known(await told.StatusAsync(cancellation));
                var status = await tell(parsed, told, cancellation);
                await terminal.Output.WriteAsync(cluster.Json(parsed) ? Json.Of(StatusReport.Content(status)) : sentence(parsed, status) + "\n");
                return ExitCode.Success;
            },
            cancellation));
        return command;
    }
}
