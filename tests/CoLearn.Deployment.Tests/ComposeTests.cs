using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;

namespace CoLearn;

public sealed class ComposeTests
{
    // It names its draft by an address that the draft itself does not bear.
    private static readonly JsonSchema schema = JsonSchema.FromText(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "ComposeSpecification", "compose-spec.json"))
            .Replace("https://json-schema.org/draft-07/schema", "http://json-schema.org/draft-07/schema#", StringComparison.Ordinal));

    public static TheoryData<string> Sites => [.. ThreeSitesFiles.Sites];

    [Fact]
    public void Compose_File_KeepsTheSchemaOfItsSpecification() => Assert.Equal("", Mistakes(ComposeFile.Root));

    [Theory]
    [InlineData("healthchecks", "{}")]
    [InlineData("restart", "[]")]
    [InlineData("ports", "\"30000:30000\"")]
    public void Compose_WithAMistake_DoesNotKeepIt(string key, string value)
    {
        var file = ComposeFile.Root.DeepClone();
        file["services"]!["hospital-a"]![key] = JsonNode.Parse(value);

        Assert.Contains("hospital-a", Mistakes(file), StringComparison.Ordinal);
    }

    [Fact]
    public void Compose_Services_AreARedisAndTheSitesWithAVolumeEach()
    {
        Assert.Equal(["redis", .. ThreeSitesFiles.Sites], ComposeFile.Services.Select(service => service.Key));
        Assert.Equal(["redis", .. ThreeSitesFiles.Sites], ComposeFile.Root["volumes"]!.AsObject().Select(volume => volume.Key));
        Assert.Equal(["redis:/data"], ComposeFile.Volumes("redis"));
    }

    [Theory, MemberData(nameof(Sites))]
    public void Compose_Site_MountsWhatIsItsOwn(string site)
    {
        var volumes = ComposeFile.Volumes(site);
        var environment = ComposeFile.Environment(site);

        Assert.Equal(
            [$"./sites/{site}/appsettings.json:/etc/colearn/appsettings.json:ro", $"./run/{site}/data:{environment["CoLearn__Host__0__Path"]}:ro", $"{site}:/home/app"], volumes);
        Assert.True(File.Exists(ThreeSitesFiles.Path(volumes[0].Split(':')[0])));
        Assert.StartsWith("/home/app/", environment["CoLearn__Store"], StringComparison.Ordinal);
        Assert.Equal("/etc/colearn", (string?)ComposeFile.Services[site]!["working_dir"]);
    }

    [Theory, MemberData(nameof(Sites))]
    public async Task Compose_Site_HasAConfigurationThatItsProgramTakes(string site)
    {
        var environment = ComposeFile.Environment(site);
        Assert.Equal(site, environment["CoLearn__Cluster__Address"]);
        Assert.StartsWith("redis:6379,", environment["CoLearn__Cluster__ConnectionString"], StringComparison.Ordinal);
        Assert.Contains("redis", ComposeFile.Services.Select(service => service.Key));

        // Names of services are known in containers only.
        environment["CoLearn__Cluster__Address"] = "localhost";
        environment["CoLearn__Cluster__ConnectionString"] = "127.0.0.1:1";
        Assert.Empty(await Site.MistakesAsync(site, environment));
    }

    [Theory, MemberData(nameof(Sites))]
    public void Compose_Site_PublishesPortsOfItsConfigurationToThisMachineOnly(string site)
    {
        var environment = ComposeFile.Environment(site);
        Assert.Equal(
            [ThreeSitesFiles.Ports["silo"], ThreeSitesFiles.Ports["gateway"], ThreeSitesFiles.Ports["endpoint"]],
            [int.Parse(environment["CoLearn__Cluster__SiloPort"]), int.Parse(environment["CoLearn__Cluster__GatewayPort"]), new Uri(environment["CoLearn__Endpoint__Url"]).Port]);

        var ports = ComposeFile.Services[site]!["ports"]!.AsArray().Select(port => ((string)port!).Split(':')).ToList();
        Assert.All(ports, port => Assert.Equal("127.0.0.1", port[0]));
        Assert.Equal([ThreeSitesFiles.Ports["gateway"], ThreeSitesFiles.Ports["endpoint"]], ports.Select(port => int.Parse(port[2])));
        Assert.Contains($"/127.0.0.1/{ThreeSitesFiles.Ports["endpoint"]} ", ComposeFile.Healthcheck(site)[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Compose_Ports_AreEachPublishedOnce()
    {
        var published = ThreeSitesFiles.Sites.SelectMany(site => ComposeFile.Services[site]!["ports"]!.AsArray()).Select(port => ((string)port!).Split(':')[1]).ToList();

        Assert.Equal(published.Distinct(), published);
        Assert.Null(ComposeFile.Services["redis"]!["ports"]);
    }

    [Fact]
    public void Compose_Secrets_AreThoseOfTheExampleFileWhichHasNone()
    {
        Assert.Equal(ThreeSitesFiles.Secrets().Order(StringComparer.Ordinal), ComposeFile.Variables().Order(StringComparer.Ordinal));
        Assert.All(ThreeSitesFiles.Secrets(), name => Assert.Contains($"\n{name}=\n", ThreeSitesFiles.Read(".env.example"), StringComparison.Ordinal));
        Assert.Contains(".env", ThreeSitesFiles.Read(".gitignore").Split('\n'));
    }

    private static string Mistakes(JsonNode file)
    {
        var found = schema.Evaluate(JsonSerializer.SerializeToElement(file), new() { OutputFormat = OutputFormat.List });
        return found.IsValid ? "" : string.Join('\n', (found.Details ?? []).SelectMany(detail => (detail.Errors ?? []).Select(error => $"{detail.InstanceLocation}: {error.Value}")));
    }
}
