using System.CommandLine;
using CoLearn.Clusters;
using CoLearn.Rounds;
using CoLearn.Shell;

namespace CoLearn.Watch;

/// <summary><c>colearn watch</c>: follows the rounds of a collective.</summary>
internal static class WatchCommand
{
    public static Command Make(Terminal terminal)
    {
        var (collective, cluster) = (CollectiveArgument.Make(), new ClusterArguments());
        var from = new Option<int>("--from") { HelpName = "ROUND", Description = "The first round to show; 0 by default.", CustomParser = Numbers.Whole };
        var untilIdle = new Option<bool>("--until-idle") { Description = "Ends when all rounds that were asked for are done; else it waits for further ones until the collective ends." };
        var command = new Command("watch", "Follows a collective's rounds, those that are done first.") { collective, from, untilIdle };
        cluster.AddTo(command);
        command.SetAction((parsed, cancellation) => ClusterVerb.RunAsync(
            cluster.Choice(parsed),
            async client =>
            {
                var watched = client.GetCollective(parsed.GetRequiredValue(collective));
                var status = CollectiveArgument.Known(await watched.StatusAsync(cancellation));
                var printer = new RoundPrinter(terminal, status.Learners, cluster.Json(parsed));
                await foreach (var round in watched.Rounds(parsed.GetValue(from), parsed.GetValue(untilIdle), cancellation))
                    await printer.PrintAsync(round);
                return ExitCode.Success;
            },
            cancellation));
        return command;
    }
}
