using System.CommandLine;
using CoLearn.Clusters;
using CoLearn.Shell;

namespace CoLearn.Status;

/// <summary><c>colearn status</c>.</summary>
internal static class StatusCommand
{
    public static Command Make(Terminal terminal)
    {
        var (collective, cluster) = (CollectiveArgument.Make(), new ClusterArguments());
        var command = new Command("status", "A collective at a glance.") { collective };
        cluster.AddTo(command);
        command.SetAction((parsed, cancellation) => ClusterVerb.RunAsync(
            cluster.Choice(parsed),
            async client =>
            {
                var status = CollectiveArgument.Known(await client.GetCollective(parsed.GetRequiredValue(collective)).StatusAsync(cancellation));
                await StatusReport.PrintAsync(status, terminal, cluster.Json(parsed));
                return ExitCode.Success;
            },
            cancellation));
        return command;
    }
}
