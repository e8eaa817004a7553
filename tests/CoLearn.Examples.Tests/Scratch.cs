namespace CoLearn.Examples.Mnist;

/// <summary>A directory that goes away with its test.</summary>
internal sealed class Scratch : IDisposable
{
    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("colearn-example-");

    public string Path => directory.FullName;

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public IEnumerable<string> Names => directory.EnumerateFiles().Select(file => file.Name).Order();

    public void Dispose() => directory.Delete(recursive: true);
}
