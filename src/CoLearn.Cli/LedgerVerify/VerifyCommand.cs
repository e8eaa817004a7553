using System.CommandLine;
using System.CommandLine.Parsing;
using CoLearn.Clusters;
using CoLearn.Shell;

namespace CoLearn.LedgerVerify;

/// <summary><c>colearn ledger verify</c>: its options, as text and as they are read.</summary>
internal static class VerifyCommand
{
    private const int HashLength = 64;

    public static Command Make(Terminal terminal)
    {
        var file = new Argument<string>("FILE") { HelpName = "FILE", Description = "The ledger; - reads standard input." };
        var head = new Option<string?>("--head")
        {
            HelpName = "HASH",
            Description = "The last record's hash as you know it; shows whether the file's tail was cut, or all of it rewritten.",
            CustomParser = result => Hash(result),
        };
        var cluster = new Option<ClusterAddress?>("--cluster")
        {
            HelpName = "ADDRESS",
            Description = "Compares with what the learners confirmed: host:port of a silo's gateway, or redis://host:port.",
            CustomParser = ClusterArguments.ReadAddress,
        };
        var clusterId = new Option<string?>("--cluster-id") { HelpName = "ID", Description = "The cluster's id; 'default' where nobody named it." };
        var serviceId = new Option<string?>("--service-id") { HelpName = "ID", Description = "The cluster's service id; likewise 'default'." };
        var json = new Option<bool>("--json") { Description = "Prints one JSON object instead of sentences." };
        var command = new Command("verify", "Checks a ledger file, and names every record that was changed, taken out, swapped or added.")
        {
            file, head, cluster, clusterId, serviceId, json,
        };
        command.Validators.Add(result =>
        {
            foreach (var option in new[] { clusterId, serviceId })
            {
                if (result.GetResult(option) is not null && result.GetResult(cluster) is null)
                    result.AddError($"{option.Name} says which cluster to ask; give --cluster, too.");
            }
        });
        command.SetAction((parsed, cancellation) => Verification.RunAsync(
            new VerifyOptions
            {
                File = parsed.GetRequiredValue(file),
                Head = parsed.GetValue(head),
                Cluster = parsed.GetValue(cluster) is { } address
                    ? new(address, parsed.GetValue(clusterId) ?? ClusterArguments.UsualId, parsed.GetValue(serviceId) ?? ClusterArguments.UsualId)
                    : null,
                Json = parsed.GetValue(json),
            },
            terminal,
            cancellation));
        return command;
    }

    private static string? Hash(ArgumentResult result)
    {
        var hash = result.Tokens[0].Value.ToLowerInvariant();
        if (hash.Length == HashLength && hash.All(char.IsAsciiHexDigit))
            return hash;
        result.AddError($"--head takes a hash of {HashLength} hex digits, not '{result.Tokens[0].Value}'.");
        return null;
    }
}
