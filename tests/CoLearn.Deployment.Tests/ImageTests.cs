using System.Diagnostics;
using System.Text.Json.Nodes;

namespace CoLearn;

/// <summary>What <c>dotnet publish -t:PublishContainer</c> makes, and whether it is what is deployed.</summary>
public sealed class ImageTests
{
    [Fact]
    public async Task Image_OfTheProject_IsTheOneThatIsDeployed()
    {
        var project = await EvaluateAsync();
        var image = $"{project["Properties"]!["ContainerRepository"]}:{project["Properties"]!["ContainerImageTag"]}";

        Assert.All(ThreeSitesFiles.Sites, site => Assert.Equal(image, (string?)ComposeFile.Services[site]!["image"]));
        Assert.All(ThreeSitesFiles.Sites.Select(Manifests.Pod), pod => Assert.All(pod.InitContainers.Concat(pod.Containers), container => Assert.Equal(image, container.Image)));
        var replaced = Assert.Single(Manifests.Kustomization["images"]!.AsArray())!;
        Assert.Equal(image, $"{replaced["newName"]}:{replaced["newTag"]}");
        Assert.Equal(image.Split(':')[0], (string?)replaced["name"]);
    }

    [Fact]
    public async Task Image_OfTheProject_HasThePortsAndTheUserOfItsContainers()
    {
        var project = await EvaluateAsync();

        Assert.Equal(
            ThreeSitesFiles.Ports.Values.Order(),
            project["Items"]!["ContainerPort"]!.AsArray().Select(port => int.Parse((string)port!["Identity"]!)).Order());
        var user = long.Parse((string)project["Properties"]!["ContainerUser"]!);
        Assert.NotEqual(0, user);
        Assert.All(ThreeSitesFiles.Sites, site => Assert.Equal(user, Manifests.Pod(site).SecurityContext.RunAsUser));
        Assert.StartsWith("mcr.microsoft.com/dotnet/aspnet:10.0", (string?)project["Properties"]!["ContainerBaseImage"], StringComparison.Ordinal);
    }

    /// <summary>The base image has none.</summary>
    [Fact]
    public void Image_Program_BringsLibgomp()
        => Assert.Single(Directory.EnumerateFiles(Path.GetDirectoryName(ThreeSitesFiles.Program)!, "libgomp*.so*"));

    private static async Task<JsonNode> EvaluateAsync()
    {
        string[] arguments =
        [
            "msbuild", ThreeSitesFiles.Path("ThreeSites.csproj"), "-getProperty:ContainerRepository", "-getProperty:ContainerImageTag", "-getProperty:ContainerUser",
            "-getProperty:ContainerBaseImage", "-getItem:ContainerPort",
        ];
        using var process = Process.Start(new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", arguments) { RedirectStandardOutput = true })!;
        var answer = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return JsonNode.Parse(answer)!;
    }
}
