using System.Reflection;

namespace CoLearn;

/// <summary>The example, as it lies in the repository and as it is built.</summary>
internal static class ThreeSitesFiles
{
    public static string[] Sites { get; } = ["hospital-a", "hospital-b", "hospital-c"];

    /// <summary>The ports that a container has, by the setting that names each.</summary>
    public static IReadOnlyDictionary<string, int> Ports { get; } = new Dictionary<string, int> { ["silo"] = 11111, ["gateway"] = 30000, ["endpoint"] = 8080 };

    public static string Program => Metadata("ThreeSitesProgram");

    public static string Path(string name) => System.IO.Path.GetFullPath(System.IO.Path.Combine(Metadata("ThreeSites"), name));

    public static string Read(string name) => File.ReadAllText(Path(name));

    /// <summary>What <c>.env</c> has to set.</summary>
    public static string[] Secrets() => [.. Read(".env.example").Split('\n').Where(line => line.Contains('=', StringComparison.Ordinal) && line[0] != '#').Select(line => line.Split('=')[0])];

    private static string Metadata(string key)
        => typeof(ThreeSitesFiles).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
