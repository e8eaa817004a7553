using System.CommandLine;
using CoLearn.Clusters;
using CoLearn.Rounds;
using CoLearn.Shell;
using CoLearn.Status;

namespace CoLearn.Results;

/// <summary><c>colearn results</c>: what a collective has come to so far.</summary>
internal static class ResultsCommand
{
    public static Command Make(Terminal terminal)
    {
        var (collective, cluster) = (CollectiveArgument.Make(), new ClusterArguments());
        var command = new Command("results", "A collective's rounds so far, with their scores, and the accepts of each learner.") { collective };
        cluster.AddTo(command);
        command.SetAction((parsed, cancellation) => ClusterVerb.RunAsync(
            cluster.Choice(parsed),
            async client =>
            {
                var asked = client.GetCollective(parsed.GetRequiredValue(collective));
                var status = CollectiveArgument.Known(await asked.StatusAsync(cancellation));
                var rounds = await RoundsAsync(asked, status.Round, cancellation);
                if (cluster.Json(parsed))
                    await terminal.Output.WriteAsync(Json.Of(new { status = StatusReport.Content(status), rounds = rounds.Select(RoundJson.Content) }));
                else
                    await PrintAsync(status, rounds, terminal);
                return ExitCode.Success;
            },
            cancellation));
        return command;
    }

    private static async Task<List<RoundRecord>> RoundsAsync(Collective collective, int last, CancellationToken cancellation)
    {
        var rounds = new List<RoundRecord>();
        if (last < 0)
            return rounds;
        await foreach (var round in collective.Rounds(0, cancellation))
        {
            rounds.Add(round);
            if (round.Index >= last)
                break;
        }

        return rounds;
    }

    private static async Task PrintAsync(CollectiveStatus status, List<RoundRecord> rounds, Terminal terminal)
    {
        var table = new RoundTable(terminal, status.Learners);
        foreach (var round in rounds)
            table.Add(round);
        await terminal.Output.WriteLineAsync();
        StatusReport.Print(status, terminal.Tables, withSettings: false);
        var accepted = rounds.LastOrDefault(round => round.ChangesWeights);
        var proposals = rounds.Count(round => round.Outcome != Outcome.Initial);
        await terminal.Output.WriteLineAsync(FormattableString.Invariant(
            $"{rounds.Count(round => round.Outcome == Outcome.Accepted)} of {proposals} proposals were accepted.{(accepted?.MeanTestScore is { } score ? FormattableString.Invariant($" Mean test score of the accepted weights, those of round {accepted.Index}: {score:0.0000}.") : "")}"));
    }
}
