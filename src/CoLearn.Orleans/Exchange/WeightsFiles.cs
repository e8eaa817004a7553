using System.Text;

namespace CoLearn.Exchange;

/// <summary>
/// Weights as files whose content is what their hash is made of, so that <c>sha256sum</c> shows their name: the bytes alone as <c>.safetensors</c>; the
/// format's name, a zero byte and the bytes as <c>.weights</c> for any other format.
/// </summary>
internal sealed class WeightsFiles(string directory)
{
    private const string Tensors = ".safetensors";
    private const string Others = ".weights";
    private const string Unfinished = ".tmp";
    private const string Aside = ".damaged";

    /// <summary>Reads weights; the content is hashed.</summary>
    /// <returns>The weights, or else the file that has not the content of its name, or neither.</returns>
    /// <exception cref="IOException">They cannot be read now.</exception>
    public (Weights? Weights, string? Damaged) Read(string hash)
    {
        string? damaged = null;
        foreach (var kind in new[] { Tensors, Others })
        {
            var path = PathOf(hash, kind);
            if (Content(path) is not { } content)
                continue;
            if (Parse(kind, content) is { } weights && weights.Hash == hash)
                return (weights, null);
            damaged = path;
        }

        return (null, damaged);
    }

    /// <summary>Whether there is a file for weights, of the right size.</summary>
    public bool Has(Weights weights)
        => new FileInfo(PathOf(weights.Hash, KindOf(weights))) is { Exists: true } file && file.Length == Prefix(weights).Length + (long)weights.Bytes.Length;

    /// <summary>Writes weights so that they are there whole or not at all, also after a crash.</summary>
    public void Write(Weights weights)
    {
        var prefix = Prefix(weights);
        var unfinished = Path.Combine(directory, Guid.NewGuid().ToString("N") + Unfinished);
        try
        {
            var options = new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.Write,
                Share = FileShare.None,
                BufferSize = 0,
                PreallocationSize = prefix.Length + (long)weights.Bytes.Length,
            };
            using (var file = new FileStream(unfinished, options))
            {
                file.Write(prefix);
                file.Write(weights.Bytes.Span);
                file.Flush(flushToDisk: true);
            }

            File.Move(unfinished, PathOf(weights.Hash, KindOf(weights)), overwrite: true);
        }
        catch
        {
            File.Delete(unfinished);
            throw;
        }
    }

    public void Delete(string hash)
    {
        File.Delete(PathOf(hash, Tensors));
        File.Delete(PathOf(hash, Others));
    }

    /// <summary>Takes a damaged file out of use, for whoever wants to find out what happened to it.</summary>
    public static string MoveAside(string path)
    {
        File.Move(path, path + Aside, overwrite: true);
        return Path.GetFileName(path) + Aside;
    }

    /// <summary>Removes what crashed processes have not finished.</summary>
    public void CleanUnfinished(DateTime before)
    {
        foreach (var file in new DirectoryInfo(directory).EnumerateFiles("*" + Unfinished).Where(file => file.LastWriteTimeUtc < before))
            file.Delete();
    }

    private static string KindOf(Weights weights) => weights.Format == Weights.SafeTensors ? Tensors : Others;

    private static byte[] Prefix(Weights weights) => KindOf(weights) == Tensors ? [] : Encoding.UTF8.GetBytes(weights.Format + '\0');

    private string PathOf(string hash, string kind)
        => WeightsHash.IsHash(hash) ? Path.Combine(directory, hash + kind) : throw new ArgumentException("It is no hash of weights.", nameof(hash));

    /// <summary>What a file holds; nothing where it is larger than weights can be; <see langword="null"/> where there is none.</summary>
    private static byte[]? Content(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 0);
            if (file.Length > Array.MaxLength)
                return [];
            var content = new byte[file.Length];
            file.ReadExactly(content);
            return content;
        }
        catch (FileNotFoundException)
        {
            return null;
        }
        catch (EndOfStreamException)
        {
            return [];
        }
    }

    private static Weights? Parse(string kind, byte[] content)
    {
        if (kind == Tensors)
            return new(Weights.SafeTensors, content);
        var end = content.AsSpan().IndexOf((byte)0);
        return end < 1 ? null : new(Encoding.UTF8.GetString(content, 0, end), content.AsMemory(end + 1));
    }
}
