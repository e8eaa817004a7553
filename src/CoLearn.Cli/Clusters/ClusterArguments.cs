using System.CommandLine;
using System.CommandLine.Parsing;

namespace CoLearn.Clusters;

/// <summary>The options by which every verb that asks a cluster knows which one, and in which form to answer.</summary>
internal sealed class ClusterArguments
{
    // Orleans' own.
    public const string UsualId = "default";

    private static readonly ClusterAddress UsualAddress = new("127.0.0.1", 30_000, IsRedis: false);

    private readonly Option<ClusterAddress?> cluster = new("--cluster")
    {
        HelpName = "ADDRESS",
        Description = $"Which cluster: host:port of a silo's gateway, or redis://host:port; {UsualAddress} by default.",
        CustomParser = ReadAddress,
    };

    private readonly Option<string?> clusterId = new("--cluster-id") { HelpName = "ID", Description = "The cluster's id; 'default' where nobody named it." };
    private readonly Option<string?> serviceId = new("--service-id") { HelpName = "ID", Description = "The cluster's service id; likewise 'default'." };
    private readonly Option<bool> json = new("--json") { Description = "Prints JSON instead of tables and sentences." };

    public void AddTo(Command command)
    {
        command.Add(cluster);
        command.Add(clusterId);
        command.Add(serviceId);
        command.Add(json);
    }

    public ClusterChoice Choice(ParseResult parsed)
        => new(parsed.GetValue(cluster) ?? UsualAddress, parsed.GetValue(clusterId) ?? UsualId, parsed.GetValue(serviceId) ?? UsualId);

    public bool Json(ParseResult parsed) => parsed.GetValue(json);

    public static ClusterAddress? ReadAddress(ArgumentResult result)
    {
        if (ClusterAddress.Parse(result.Tokens[0].Value) is { } address)
            return address;
        result.AddError($"--cluster takes host:port or redis://host:port, not '{result.Tokens[0].Value}'.");
        return null;
    }
}
