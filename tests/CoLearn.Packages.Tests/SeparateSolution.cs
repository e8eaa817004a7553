using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Xml.Linq;

namespace CoLearn;

/// <summary>
/// The packages of this repository in a folder, and a solution outside of it that has them from there, built. Nothing is written into the repository
/// or into the machine's packages folder, and all of it goes away with the tests.
/// </summary>
public sealed class SeparateSolution : IAsyncLifetime
{
    private const string Version = "0.1.0-separate";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("colearn-packages-");
    private string torchSharp = "";

    internal IReadOnlyList<Package> Packages { get; private set; } = [];

    internal Command Pack { get; private set; } = null!;

    internal Command Build { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Pack = (await PackAsync()).Succeeded();
        Packages = [.. Directory.EnumerateFiles(Path("feed"), "*.nupkg").Order(StringComparer.Ordinal).Select(Package.Open)];
        torchSharp = Packages.Single(package => package.Id == "CoLearn.TorchSharp").Dependencies["TorchSharp"];
        await WriteAsync();
        Build = (await BuildAsync("Separate.slnx")).Succeeded();
    }

    public Task DisposeAsync()
    {
        folder.Delete(recursive: true);
        return Task.CompletedTask;
    }

    /// <summary>Their paths from the root, with slashes.</summary>
    internal static IEnumerable<string> PackableProjects() => Directory
        .EnumerateFiles(Root(), "*.csproj", SearchOption.AllDirectories)
        .Where(project => XDocument.Load(project).Descendants("IsPackable").Any(element => element.Value == "true"))
        .Select(project => System.IO.Path.GetRelativePath(Root(), project).Replace('\\', '/'));

    internal string Path(params string[] names) => System.IO.Path.Combine([folder.FullName, .. names]);

    internal string PackageVersion => Version;

    internal Task<Command> BuildAsync(string project) => Command.DotnetAsync(
        Path("solution"), Path("packages"), "build", project, "-nodeReuse:false", $"-p:CoLearnVersion={Version}", $"-p:TorchSharpVersion={torchSharp}");

    internal Task<Command> RunAsync(string program, params string[] arguments)
    {
        var built = Directory.EnumerateFiles(Path("solution", program, "bin"), $"{program}.dll", SearchOption.AllDirectories).Single();
        return Command.DotnetAsync(Path("solution"), Path("packages"), [built, .. arguments]);
    }

    /// <summary>Beside the solution, with packages of its own: what the solution takes from the feed is counted.</summary>
    internal Task<Command> ToolAsync(params string[] arguments) => Command.DotnetAsync(Path("solution"), Path("tools"), Path("home"), arguments);

    // With intermediate files of its own, since the repository's may be in use by another build.
    private async Task<Command> PackAsync()
    {
        var projects = PackableProjects().Select(project => project.Replace('/', '\\'));
        var filter = new { solution = new { path = System.IO.Path.Combine(Root(), "CoLearn.Orleans.sln"), projects } };
        await File.WriteAllTextAsync(Path("packable.slnf"), JsonSerializer.Serialize(filter));
        return await Command.DotnetAsync(
            Root(), null, "pack", Path("packable.slnf"), "-c", "Release", "-o", Path("feed"), "--artifacts-path", Path("artifacts"),
            "-nodeReuse:false", $"-p:Version={Version}", "-p:NuGetAudit=false", "-p:RunAnalyzers=false");
    }

    private async Task WriteAsync()
    {
        var templates = System.IO.Path.Combine(AppContext.BaseDirectory, "Separate");
        foreach (var file in Directory.EnumerateFiles(templates, "*", SearchOption.AllDirectories))
        {
            var copy = Path("solution", System.IO.Path.GetRelativePath(templates, file));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        // The machine's sources stay, and what its packages folder has is used from there.
        var found = (await Command.DotnetAsync(Root(), null, "nuget", "locals", "global-packages", "--list")).Succeeded();
        var machine = found.Output[(found.Output.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
        var config = new XElement("configuration", Section("packageSources", "feed", Path("feed")), Section("fallbackPackageFolders", "machine", machine));
        await File.WriteAllTextAsync(Path("solution", "nuget.config"), config.ToString());
    }

    private static XElement Section(string name, string key, string value) =>
        new(name, new XElement("add", new XAttribute("key", key), new XAttribute("value", value)));

    private static string Root([CallerFilePath] string here = "") => System.IO.Path.GetFullPath(System.IO.Path.Combine(here, "../../.."));
}
