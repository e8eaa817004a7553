using System.Buffers.Binary;
using System.IO.Compression;

namespace CoLearn.Data;

/// <summary>
/// Reads files of the IDX format, in which MNIST and Fashion-MNIST are given: two zero bytes, a byte for the type, a byte for the number of
/// dimensions, each extent as a big-endian 32-bit number, then the data. Format: http://yann.lecun.com/exdb/mnist/.
/// </summary>
public static class IdxFile
{
    private const byte UnsignedByte = 0x08;

    /// <summary>How much is read at first where it is not known how much there is.</summary>
    private const long FirstRead = 1 << 20;

    /// <summary>Reads a file of unsigned bytes, plain or compressed with gzip; which of the two is told by its content, not by its name.</summary>
    /// <param name="path">The file.</param>
    /// <returns>Its shape and data.</returns>
    /// <exception cref="InvalidDataException">The file is truncated, too long, damaged or of another format; the message is one sentence with the path.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static IdxArray Read(string path)
    {
        using var file = File.OpenRead(path);
        Span<byte> start = stackalloc byte[2];
        var compressed = file.ReadAtLeast(start, 2, throwOnEndOfStream: false) == 2 && start[0] == 0x1f && start[1] == 0x8b;
        file.Position = 0;
        if (!compressed)
            return Read(path, file, file.Length);

        try
        {
            using var unzipped = new GZipStream(file, CompressionMode.Decompress);
            return Read(path, unzipped);
        }
        catch (InvalidDataException exception) when (!exception.Message.Contains(path, StringComparison.Ordinal))
        {
            throw new InvalidDataException($"'{path}' begins like a gzip file, but is damaged.", exception);
        }
    }

    private static IdxArray Read(string path, Stream stream, long length = 0)
    {
        Span<byte> magic = stackalloc byte[4];
        if (stream.ReadAtLeast(magic, 4, throwOnEndOfStream: false) < 4 || magic[0] != 0 || magic[1] != 0 || magic[3] == 0)
            throw new InvalidDataException($"'{path}' is not an IDX file.");
        if (magic[2] != UnsignedByte)
            throw new InvalidDataException($"'{path}' is an IDX file of type 0x{magic[2]:x2}, but only unsigned bytes, 0x08, can be read.");

        Span<byte> extents = stackalloc byte[4 * magic[3]];
        if (stream.ReadAtLeast(extents, extents.Length, throwOnEndOfStream: false) < extents.Length)
            throw new InvalidDataException($"'{path}' ends within its header.");

        var shape = new int[magic[3]];
        long size = 1;
        for (var i = 0; i < shape.Length; i++)
        {
            var extent = BinaryPrimitives.ReadUInt32BigEndian(extents[(4 * i)..]);
            shape[i] = extent <= int.MaxValue ? (int)extent : throw TooLarge(path);
            // Each factor is below 2^31 and the product so far at most Array.MaxLength, so that this cannot overflow.
            size *= extent;
            if (size > Array.MaxLength)
                throw TooLarge(path);
        }

        return new IdxArray(shape, ReadData(path, stream, (int)size, length));
    }

    // A header may announce anything: the buffer grows with what is really there.
    private static ReadOnlyMemory<byte> ReadData(string path, Stream stream, int size, long length)
    {
        var data = GC.AllocateUninitializedArray<byte>((int)Math.Min(size, Math.Max(length, FirstRead)));
        var read = 0;
        while (true)
        {
            read += stream.ReadAtLeast(data.AsSpan(read), data.Length - read, throwOnEndOfStream: false);
            if (read < data.Length)
                throw new InvalidDataException($"'{path}' ends after {read} of the {size} bytes of data that its header announces.");
            if (read == size)
                break;
            Array.Resize(ref data, (int)Math.Min(size, 2L * data.Length));
        }

        return stream.ReadByte() < 0
            ? data
            : throw new InvalidDataException($"'{path}' goes on after the {size} bytes of data that its header announces.");
    }

    private static InvalidDataException TooLarge(string path) => new($"'{path}' announces more data than can be read.");
}
