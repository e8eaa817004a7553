using System.Security.Cryptography;

namespace CoLearn.Exchange;

/// <summary>Weights of which a part is here: hashed while they arrive, from one silo or, where it broke off, from several.</summary>
internal sealed class Arrival(string hash, long maxBytes) : IDisposable
{
    private const int LongestFormat = 200;

    private readonly HashSet<Uri> from = [];
    private byte[]? bytes;
    private string? format;
    private IncrementalHash? digest;

    public string Hash => hash;

    public int Received { get; private set; }

    public bool IsWhole => bytes is not null && Received == bytes.Length;

    /// <summary>Whose bytes are here.</summary>
    public IReadOnlyCollection<Uri> From => from;

    /// <summary>Begins from the start. Memory is taken once, for what is announced.</summary>
    /// <returns>Why that cannot be; <see langword="null"/> where it can.</returns>
    public string? Begin(string announced, long? total)
    {
        Clear();
        if (announced.Length is 0 or > LongestFormat || announced.Contains('\0', StringComparison.Ordinal))
            return "it does not say of which format the weights are";
        if (total is null or < 0)
            return "it does not say how large the weights are";
        if (total > Math.Min(maxBytes, Array.MaxLength))
            return $"it announces {total} bytes, but at most {Math.Min(maxBytes, Array.MaxLength)} are taken";
        (format, bytes, digest) = (announced, GC.AllocateUninitializedArray<byte>((int)total.Value), Weights.BeginHash(announced));
        return null;
    }

    /// <summary>Goes on after what is here already; where that does not fit together, all begins anew.</summary>
    /// <returns>Why it cannot; <see langword="null"/> where it can.</returns>
    public string? GoOn(string announced, long? total)
    {
        if (announced == format && total == bytes!.Length)
            return null;
        Clear();
        return "it announces another format or size than the silo that began";
    }

    public Memory<byte> Space(int most) => bytes.AsMemory(Received, Math.Min(most, bytes!.Length - Received));

    public void Add(int count, Uri source)
    {
        digest!.AppendData(bytes.AsSpan(Received, count));
        Received += count;
        from.Add(source);
    }

    /// <summary>The weights, where they are what their name says.</summary>
    public Weights? Conclude()
        => Convert.ToHexStringLower(digest!.GetCurrentHash()) == hash ? new(format!, bytes, hash) : null;

    public void Clear()
    {
        digest?.Dispose();
        (bytes, format, digest, Received) = (null, null, null, 0);
        from.Clear();
    }

    public void Dispose() => digest?.Dispose();
}
