using System.Security.Cryptography;
using System.Text;

namespace CoLearn;

/// <summary>Weights as an immutable blob, named by the hash of its content. Equal weights have equal hashes on every silo.</summary>
public sealed class Weights
{
    /// <summary>The format of tensors: a safetensors file in its one canonical form.</summary>
    public const string SafeTensors = "safetensors";

    /// <summary>Takes the bytes as they are; they must not change afterwards.</summary>
    /// <param name="format">The format's name.</param>
    /// <param name="bytes">The content.</param>
    public Weights(string format, ReadOnlyMemory<byte> bytes)
    {
        ArgumentException.ThrowIfNullOrEmpty(format);
        Format = format;
        Bytes = bytes;
        Hash = HashOf(format, bytes.Span);
    }

    /// <summary>Takes bytes whose hash was computed while they arrived.</summary>
    internal Weights(string format, ReadOnlyMemory<byte> bytes, string hash)
    {
        Format = format;
        Bytes = bytes;
        Hash = hash;
    }

    /// <summary>The format's name, such as <see cref="SafeTensors"/>.</summary>
    public string Format { get; }

    /// <summary>The content.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>SHA-256 in lower-case hex: of the bytes for <see cref="SafeTensors"/>; of the format's name, a zero byte and the bytes for any other.</summary>
    public string Hash { get; }

    /// <summary>A hash that lacks the bytes only.</summary>
    internal static IncrementalHash BeginHash(string format)
    {
        var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        if (format == SafeTensors)
            return hash;
        hash.AppendData(Encoding.UTF8.GetBytes(format));
        hash.AppendData([0]);
        return hash;
    }

    private static string HashOf(string format, ReadOnlySpan<byte> bytes)
    {
        if (format == SafeTensors)
            return Convert.ToHexStringLower(SHA256.HashData(bytes));

        using var hash = BeginHash(format);
        hash.AppendData(bytes);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
