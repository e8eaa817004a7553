using System.Text.RegularExpressions;

namespace CoLearn;

[Collection(SeparateSolutionFixture.Name)]
public sealed partial class PackageTests(SeparateSolution solution)
{
    private static readonly string[] analyzers = ["analyzers/dotnet/cs/CoLearn.CodeFixes.dll", "analyzers/dotnet/cs/CoLearn.Generators.dll"];

    private const string Tool = "CoLearn.Cli";

    private static readonly string[] ids = ["CoLearn.Abstractions", "CoLearn.Client", "CoLearn.Orleans", "CoLearn.Orleans.Kubernetes", "CoLearn.Orleans.Redis", "CoLearn.TorchSharp"];

    public static TheoryData<string> Ids => [.. ids];

    public static TheoryData<string> AllIds => [.. ids, Tool];

    [Fact]
    public void Pack_OfTheRepository_MakesTheIntendedPackagesWithoutWarnings()
    {
        Assert.Equal(ids.Append(Tool).Order(StringComparer.Ordinal), solution.Packages.Select(package => package.Id));
        Assert.DoesNotMatch(Warning(), solution.Pack.Output);
    }

    [Fact]
    public void Pack_OfTheRepository_SparesTestsExamplesAndGenerators() => Assert.All(
        SeparateSolution.PackableProjects(),
        project => Assert.StartsWith("src/", project, StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Ids))]
    public void Package_OfALibrary_HoldsItsAssemblyItsDocumentationAndNothingElse(string id)
    {
        string[] further = id switch
        {
            "CoLearn.Abstractions" => analyzers,
            "CoLearn.TorchSharp" => ["buildTransitive/CoLearn.TorchSharp.targets"],
            _ => [],
        };

        Assert.Equal(["README.md", .. further, $"lib/net10.0/{id}.dll", $"lib/net10.0/{id}.xml"], Package(id).Files);
    }

    [Fact]
    public void Package_OfTheTool_HoldsTheCommandWithAllItNeedsAndNoTorch()
    {
        var files = Package(Tool).Files;

        Assert.Contains("README.md", files);
        Assert.All(
            ["DotnetToolSettings.xml", "colearn.dll", "colearn.runtimeconfig.json", "CoLearn.Client.dll", "Orleans.Clustering.Redis.dll"],
            name => Assert.Contains($"tools/net10.0/any/{name}", files));
        Assert.DoesNotContain(files, file => file.Contains("torch", StringComparison.OrdinalIgnoreCase) || file.EndsWith("CoLearn.Orleans.dll", StringComparison.Ordinal));
        Assert.Empty(Package(Tool).Dependencies);
    }

    [Theory]
    [MemberData(nameof(AllIds))]
    public void Package_OfTheRepository_SaysWhatItIs(string id)
    {
        var package = Package(id);

        Assert.Equal("MIT", package["license"]);
        Assert.Equal("README.md", package["readme"]);
        Assert.EndsWith(".", package["description"], StringComparison.Ordinal);
        Assert.Contains("collective-learning", package["tags"]!.Split(' '));
        Assert.Null(package["projectUrl"]);
    }

    [Theory]
    [InlineData("CoLearn.Abstractions", "Microsoft.Orleans.Sdk")]
    [InlineData("CoLearn.Client", "CoLearn.Abstractions", "Microsoft.Orleans.Client")]
    [InlineData("CoLearn.Orleans", "CoLearn.Abstractions", "CoLearn.Client", "Microsoft.Orleans.Server")]
    [InlineData("CoLearn.Orleans.Kubernetes", "CoLearn.Orleans", "Microsoft.Orleans.Hosting.Kubernetes")]
    [InlineData("CoLearn.Orleans.Redis", "CoLearn.Orleans", "Microsoft.Orleans.Clustering.Redis", "Microsoft.Orleans.Persistence.Redis")]
    [InlineData("CoLearn.TorchSharp", "CoLearn.Abstractions", "TorchSharp")]
    public void Package_OfALibrary_DependsOnWhatItNeeds(string id, params string[] needed)
    {
        var dependencies = Package(id).Dependencies;

        Assert.All(needed, name => Assert.Contains(name, dependencies.Keys));
        Assert.All(dependencies.Where(dependency => dependency.Key.StartsWith("CoLearn.", StringComparison.Ordinal)),
            dependency => Assert.Equal(Package(id)["version"], dependency.Value));
        Assert.DoesNotContain(dependencies.Keys, name => name == "Microsoft.Orleans.Server" && !id.StartsWith("CoLearn.Orleans", StringComparison.Ordinal));
        Assert.DoesNotContain(dependencies.Keys, name => name == "TorchSharp" && id != "CoLearn.TorchSharp");
        Assert.DoesNotContain(dependencies.Keys, name => name.StartsWith("libtorch", StringComparison.Ordinal) || name.StartsWith("TorchSharp-", StringComparison.Ordinal));
    }

    private Package Package(string id) => solution.Packages.Single(package => package.Id == id);

    [GeneratedRegex(@"\bwarning [A-Z]+\d+")]
    private static partial Regex Warning();
}
