using System.CommandLine;
using CoLearn.Clusters;
using CoLearn.Shell;

namespace CoLearn.Export;

/// <summary><c>colearn export</c>: a collective's ledger and its accepted weights as files.</summary>
internal static class ExportCommand
{
    public static Command Make(Terminal terminal)
    {
        var (collective, cluster) = (CollectiveArgument.Make(), new ClusterArguments());
        var ledger = new Argument<string?>("FILE") { HelpName = "FILE", Description = "Where the ledger goes, which 'colearn ledger verify' checks.", Arity = ArgumentArity.ZeroOrOne };
        var weights = new Option<string?>("--weights") { HelpName = "FILE", Description = "Where the accepted weights go, as they are kept: safetensors for a network." };
        var command = new Command("export", "Writes a collective's ledger, or its accepted weights, or both.") { collective, ledger, weights };
        cluster.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetResult(ledger) is not { Tokens.Count: > 0 } && result.GetResult(weights) is null)
                result.AddError("'colearn export' needs a FILE for the ledger, or --weights FILE, or both.");
        });
        command.SetAction((parsed, cancellation) => ClusterVerb.RunAsync(
            cluster.Choice(parsed),
            async client =>
            {
                var exported = client.GetCollective(parsed.GetRequiredValue(collective));
                CollectiveArgument.Known(await exported.StatusAsync(cancellation));
                int? records = null;
                Weights? accepted = null;
                if (parsed.GetValue(ledger) is { } file)
                    await WholeFile.WriteAsync(file, async stream => records = await exported.ExportAsync(stream, cancellation));
                if (parsed.GetValue(weights) is { } weightsFile)
                {
                    accepted = await exported.WeightsAsync(cancellation);
                    await WholeFile.WriteAsync(weightsFile, async stream => await stream.WriteAsync(accepted.Bytes, cancellation));
                }

                if (cluster.Json(parsed))
                {
                    await terminal.Output.WriteAsync(Json.Of(new
                    {
                        ledger = parsed.GetValue(ledger),
                        records,
                        weights = parsed.GetValue(weights),
                        hash = accepted?.Hash,
                        format = accepted?.Format,
                        bytes = accepted?.Bytes.Length,
                    }));
                    return ExitCode.Success;
                }

                if (records is { } count)
                    await terminal.Output.WriteLineAsync(FormattableString.Invariant($"{count} {(count == 1 ? "record" : "records")} of collective '{exported.Id}' in {parsed.GetValue(ledger)}."));
                if (accepted is not null)
                    await terminal.Output.WriteLineAsync(FormattableString.Invariant($"The accepted weights {accepted.Hash}, {accepted.Bytes.Length} bytes of {accepted.Format}, in {parsed.GetValue(weights)}."));
                return ExitCode.Success;
            },
            cancellation));
        return command;
    }
}
