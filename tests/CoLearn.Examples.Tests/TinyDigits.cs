using System.Buffers.Binary;
using System.IO.Compression;

namespace CoLearn.Examples.Mnist;

/// <summary>The first few of the example's digits.</summary>
internal static class TinyDigits
{
    /// <summary>Copies them into a directory, under the same names.</summary>
    public static void Write(string directory, int train, int test)
    {
        foreach (var (part, count) in new[] { ("train", train), ("t10k", test) })
        {
            Cut(directory, $"{part}-images-idx3-ubyte.gz", header: 16, size: 28 * 28, count);
            Cut(directory, $"{part}-labels-idx1-ubyte.gz", header: 8, size: 1, count);
        }
    }

    private static void Cut(string directory, string file, int header, int size, int count)
    {
        using var source = new GZipStream(File.OpenRead(Path.Combine(AppContext.BaseDirectory, "data", file)), CompressionMode.Decompress);
        var content = new byte[header + (size * count)];
        source.ReadExactly(content);
        BinaryPrimitives.WriteInt32BigEndian(content.AsSpan(4), count);
        using var target = new GZipStream(File.Create(Path.Combine(directory, file)), CompressionMode.Compress);
        target.Write(content);
    }
}
