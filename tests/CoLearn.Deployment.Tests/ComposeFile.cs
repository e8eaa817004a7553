using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace CoLearn;

/// <summary>The example's <c>compose.yaml</c>.</summary>
internal static partial class ComposeFile
{
    public static JsonNode Root { get; } = Yaml.Parse(ThreeSitesFiles.Read("compose.yaml"));

    public static JsonObject Services => Root["services"]!.AsObject();

    /// <summary>A site's environment, with its secrets filled in.</summary>
    public static Dictionary<string, string> Environment(string site)
        => Services[site]!["environment"]!.AsObject().ToDictionary(variable => variable.Key, variable => Variable().Replace(variable.Value!.ToString(), "0123456789abcdef"));

    public static string[] Volumes(string service) => [.. Services[service]!["volumes"]!.AsArray().Select(volume => (string)volume!)];

    public static string[] Healthcheck(string service) => [.. Services[service]!["healthcheck"]!["test"]!.AsArray().Skip(1).Select(word => (string)word!)];

    /// <summary>The variables that Compose reads from <c>.env</c>, each of which must be set.</summary>
    public static IEnumerable<string> Variables() => Variable().Matches(Root.ToJsonString()).Select(match => match.Groups[1].Value).Distinct();

    [GeneratedRegex(@"\$\{(\w+):\?[^}]+\}")]
    private static partial Regex Variable();
}
