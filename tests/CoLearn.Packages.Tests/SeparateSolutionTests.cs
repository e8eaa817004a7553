using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace CoLearn;

/// <summary>What works through a project reference may not work through a package: a generator, its analyzer, what Orleans finds.</summary>
[Collection(SeparateSolutionFixture.Name)]
public sealed class SeparateSolutionTests(SeparateSolution solution)
{
    [Fact]
    public void Build_OfTheSeparateSolution_GivesNoWarning() => Assert.Contains("0 Warning(s)", solution.Build.Output, StringComparison.Ordinal);

    [Fact]
    public void Build_OfTheSeparateSolution_TakesOurPackagesFromTheFeed() => Assert.Equal(
        ["colearn.abstractions", "colearn.client", "colearn.orleans", "colearn.orleans.redis", "colearn.torchsharp"],
        Directory.EnumerateDirectories(solution.Path("packages"), "colearn.*").Select(Path.GetFileName).Order(StringComparer.Ordinal));

    [Fact]
    public async Task Host_OfALibraryWithoutOrleans_RunsRoundsOfItsModel()
    {
        var lines = await LinesAsync("Host");

        Assert.Equal(["round 1", "round 2", "record 0", "record 1", "record 2"], lines.Select(line => line.Split(':')[0]));
        Assert.All(lines.Take(2), line => Assert.EndsWith("3 votes", line, StringComparison.Ordinal));
        var records = lines.Skip(2).Select(line => line.Split(' ')).ToArray();
        Assert.Equal("Initial", records[0][2]);
        Assert.All(records.Skip(1), record => Assert.Contains(record[2], new[] { "Accepted", "Rejected" }));
        Assert.Equal([new string('0', 64), records[0][4], records[1][4]], records.Select(record => record[3]));
    }

    [Fact]
    public async Task Host_OfAlgorithms_RunsRoundsWithoutTorch()
    {
        Assert.Equal(
            ["mean 1: Accepted, 3 votes", "mean 2: Accepted, 3 votes", "hasty 1: Accepted, 3 votes"],
            (await LinesAsync("MeansHost")).Take(3));
        Assert.DoesNotContain(Libraries("MeansHost"), name => name.Contains("torch", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Site_OfOneLine_HasTheModelsOfItsLibrary() => Assert.Equal(
        $"mean: votes by loss, threshold 0.5, turns; weights as mean-1, fingerprint {new string('a', 64)}\n",
        (await solution.RunAsync("Site", "models")).Succeeded().Output);

    [Fact]
    public async Task Site_OfOneLine_ChecksWhetherItCanStart()
    {
        string[] ports = [$"--CoLearn:Cluster:SiloPort={FreePort()}", $"--CoLearn:Cluster:GatewayPort={FreePort()}"];
        var holds = (await solution.RunAsync("Site", ["check", .. ports, "--CoLearn:Site=north", "--CoLearn:Host:0:Model=mean", "--CoLearn:Host:0:Learner=ann"])).Succeeded();
        var fails = (await solution.RunAsync("Site", ["check", .. ports, "--CoLearn:Host:0:Model=median", "--CoLearn:Host:0:Learner=ann", "--CoLearn:Cluster:Kind=redis"])).Failed();

        var lines = holds.Output.TrimEnd().Split('\n');
        Assert.All(lines, line => Assert.StartsWith("✓ ", line, StringComparison.Ordinal));
        Assert.Equal("✓ The configuration can be used: site 'north' hosts 1 learner.", lines[0]);
        Assert.Equal("✓ The data of learner 'ann' of model 'mean' can be used: 3 examples to train, 3 to vote with.", lines[1]);
        Assert.Equal(1, fails.ExitCode);
        Assert.Contains("✗ CoLearn:Host:0:Model is 'median', which this program does not declare; it declares 'mean'.", fails.Output, StringComparison.Ordinal);
        Assert.Contains("✗ CoLearn:Cluster:ConnectionString is missing; ", fails.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Library_OfAnAlgorithm_NeedsOnlyTheAbstractions()
    {
        var libraries = Libraries("Means");

        Assert.Contains(libraries, name => name.StartsWith("CoLearn.Abstractions/", StringComparison.Ordinal));
        Assert.DoesNotContain(libraries, name => name.Contains("torch", StringComparison.OrdinalIgnoreCase)
            || name.StartsWith("CoLearn.Orleans/", StringComparison.Ordinal)
            || name.StartsWith("Microsoft.Orleans.Runtime/", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Models", "SideModel.side", false)]
    [InlineData("Means", "MeanLearner.mean", false)]
    [InlineData("MeansHost", "HastyLearner.hasty", true)]
    public void Grain_OfAModel_IsGeneratedWhereOrleansIsReferenced(string project, string model, bool hasGrain)
    {
        var generated = Directory.EnumerateFiles(solution.Path("solution", project, "obj"), $"*.{model}.g.cs", SearchOption.AllDirectories).Single();

        Assert.Equal(hasGrain, File.ReadAllText(generated).Contains("global::Orleans.GrainType", StringComparison.Ordinal));
    }

    [Fact]
    public void Documentation_OfAModel_ShowsItsLayers()
    {
        var documentation = File.ReadAllText(Directory.EnumerateFiles(solution.Path("solution", "Models", "bin"), "Models.xml", SearchOption.AllDirectories).Single());

        Assert.Contains("residual1  Residual&lt;Same8&gt;  (8)            144\n", documentation, StringComparison.Ordinal);
        Assert.Contains("total                                      186\n", documentation, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Build_OfAModelWithAMistake_FailsAtItsAttribute()
    {
        var build = (await solution.BuildAsync("Mistaken/Mistaken.csproj")).Failed();

        Assert.Matches(@"PictureModel\.cs\(9,2\): error COLEARN011: Linear 'fc1' on PictureModel needs a flat input, but receives \(1, 4, 4\)", build.Output);
    }

    private async Task<string[]> LinesAsync(string program) =>
        (await solution.RunAsync(program)).Succeeded().Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private string[] Libraries(string project)
    {
        using var assets = JsonDocument.Parse(File.ReadAllText(solution.Path("solution", project, "obj", "project.assets.json")));
        return [.. assets.RootElement.GetProperty("libraries").EnumerateObject().Select(library => library.Name)];
    }
}
