namespace CoLearn;

/// <summary>A directory that goes away with its test.</summary>
internal sealed class Scratch : IDisposable
{
    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("colearn-cli-");

    public string Path => directory.FullName;

    public string File(string content, string name = "ledger.jsonl")
    {
        var path = System.IO.Path.Combine(Path, name);
        System.IO.File.WriteAllText(path, content);
        return path;
    }

    public void Dispose() => directory.Delete(recursive: true);
}
