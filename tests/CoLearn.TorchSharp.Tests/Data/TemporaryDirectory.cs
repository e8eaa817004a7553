using System.IO.Compression;

namespace CoLearn.Data;

internal sealed class TemporaryDirectory : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("colearn-").FullName;

    public string Write(string name, byte[] content, bool zip = false)
    {
        var path = System.IO.Path.Combine(Path, name);
        using var file = File.Create(path);
        using Stream stream = zip ? new GZipStream(file, CompressionLevel.Fastest) : file;
        stream.Write(content);
        return path;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
