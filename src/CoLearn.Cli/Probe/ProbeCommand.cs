using System.CommandLine;
using CoLearn.Clusters;
using CoLearn.Shell;

namespace CoLearn.Probe;

/// <summary><c>colearn probe</c>: what a cluster serves.</summary>
internal static class ProbeCommand
{
    public static Command Make(Terminal terminal)
    {
        var cluster = new ClusterArguments();
        var command = new Command("probe", "What a cluster serves: its sites, their learners and models, the running collectives; and whether the sites agree.");
        cluster.AddTo(command);
        command.SetAction((parsed, cancellation) => ClusterVerb.RunAsync(
            cluster.Choice(parsed),
            async client =>
            {
                var found = await Probing.AskAsync(client, cancellation);
                if (cluster.Json(parsed))
                    await terminal.Output.WriteAsync(ProbeReport.Json(found));
                else
                    ProbeReport.Print(found, terminal.Tables);
                return found.Differences.Count == 0 ? ExitCode.Success : ExitCode.Disagreement;
            },
            cancellation));
        return command;
    }
}
