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
        ["colearn.abstractions", "colearn.client", "colearn.orleans", "colearn.torchsharp"],
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

    private string[] Libraries(string project)
    {
        using var assets = JsonDocument.Parse(File.ReadAllText(solution.Path("solution", project, "obj", "project.assets.json")));
        return [.. assets.RootElement.GetProperty("libraries").EnumerateObject().Select(library => library.Name)];
    }
}
