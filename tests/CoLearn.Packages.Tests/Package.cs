using System.IO.Compression;
using System.Xml.Linq;

namespace CoLearn;

/// <summary>A package as it lies in the feed.</summary>
internal sealed class Package
{
    private readonly XElement metadata;

    private Package(IReadOnlyList<string> files, XElement metadata)
    {
        Files = files;
        this.metadata = metadata;
    }

    /// <summary>What a user receives, without the container's own files.</summary>
    public IReadOnlyList<string> Files { get; }

    public string Id => this["id"]!;

    public string? this[string name] => Child(metadata, name)?.Value;

    public IReadOnlyDictionary<string, string> Dependencies => metadata.Descendants()
        .Where(element => element.Name.LocalName == "dependency")
        .ToDictionary(element => element.Attribute("id")!.Value, element => element.Attribute("version")!.Value);

    public static Package Open(string path)
    {
        using var archive = ZipFile.OpenRead(path);
        using var nuspec = archive.Entries.Single(entry => entry.FullName.EndsWith(".nuspec", StringComparison.Ordinal)).Open();
        var files = archive.Entries
            .Select(entry => entry.FullName)
            .Where(name => !name.StartsWith("_rels/", StringComparison.Ordinal) && !name.StartsWith("package/", StringComparison.Ordinal))
            .Where(name => name != "[Content_Types].xml" && !name.EndsWith(".nuspec", StringComparison.Ordinal));
        return new Package([.. files.Order(StringComparer.Ordinal)], Child(XDocument.Load(nuspec).Root!, "metadata")!);
    }

    private static XElement? Child(XElement parent, string name) => parent.Elements().SingleOrDefault(element => element.Name.LocalName == name);
}
