using System.Buffers.Binary;

namespace CoLearn.Exchange;

/// <summary>
/// Writes and reads weights as safetensors files in one canonical form, so that equal tensors are equal bytes and have one hash: names in
/// ordinal order, a compact header without <c>__metadata__</c>, padded with blanks so that the data begins at a multiple of 8, tensors back to
/// back in name order, little-endian. Format: https://github.com/huggingface/safetensors#format.
/// </summary>
/// <remarks>Whatever is read may come from another party: sizes are bounded and checked before anything is allocated or copied.</remarks>
public static class SafeTensors
{
    /// <summary>The largest header that is written or read, in bytes: 16 MiB.</summary>
    public const int MaxHeaderBytes = 16 * 1024 * 1024;

    /// <summary>The largest number of tensors that is written or read.</summary>
    public const int MaxTensors = 65_536;

    /// <summary>The largest number of dimensions that a tensor may have.</summary>
    public const int MaxDimensions = 64;

    private const int PrefixBytes = sizeof(ulong);

    /// <summary>Writes tensors in the canonical form.</summary>
    /// <param name="tensors">The tensors, in any order.</param>
    /// <returns>The weights, of format <see cref="Weights.SafeTensors"/>.</returns>
    /// <exception cref="ArgumentException">A name is empty, reserved, not valid Unicode or given twice; data and shape differ in size; a limit is exceeded.</exception>
    public static Weights Write(IEnumerable<NamedTensor> tensors)
    {
        ArgumentNullException.ThrowIfNull(tensors);
        var sorted = tensors.OrderBy(tensor => tensor.Name, StringComparer.Ordinal).ToArray();
        if (sorted.Length > MaxTensors)
            throw new ArgumentException($"{sorted.Length} tensors are more than the {MaxTensors} that a file may hold.", nameof(tensors));

        for (var i = 0; i < sorted.Length; i++)
        {
            var problem = Problem(sorted[i]) ?? (i > 0 && sorted[i - 1].Name == sorted[i].Name ? "is given twice" : null);
            if (problem is not null)
                throw new ArgumentException($"The tensor '{sorted[i].Name}' {problem}.", nameof(tensors));
        }

        var header = SafeTensorsHeader.Write(sorted);
        var total = sorted.Aggregate((long)PrefixBytes + header.Length, (sum, tensor) => sum + tensor.Data.Length);
        if (header.Length > MaxHeaderBytes || total > Array.MaxLength)
            throw new ArgumentException($"The tensors need {total} bytes, which is more than a file may hold.", nameof(tensors));

        var bytes = new byte[total];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, (ulong)header.Length);
        header.CopyTo(bytes.AsSpan(PrefixBytes));
        var end = PrefixBytes + header.Length;
        foreach (var tensor in sorted)
        {
            tensor.Data.Span.CopyTo(bytes.AsSpan(end));
            end += tensor.Data.Length;
        }

        return new Weights(Weights.SafeTensors, bytes);
    }

    /// <summary>Reads weights that are in the canonical form. The tensors' data are slices of the weights' bytes, not copies.</summary>
    /// <param name="weights">The weights, which may come from another party.</param>
    /// <returns>The tensors in ordinal order of their names.</returns>
    /// <exception cref="FormatException">The weights are of another format, damaged, or not in the canonical form; the message says how in one sentence.</exception>
    public static IReadOnlyList<NamedTensor> Read(Weights weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        return weights.Format == Weights.SafeTensors
            ? Read(weights.Bytes)
            : throw new FormatException($"The weights are of format '{weights.Format}', not '{Weights.SafeTensors}'.");
    }

    internal static IReadOnlyList<NamedTensor> Read(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length < PrefixBytes)
            throw new FormatException($"The weights end after {bytes.Length} bytes, before the length of their header.");

        var announced = BinaryPrimitives.ReadUInt64LittleEndian(bytes.Span);
        if (announced > MaxHeaderBytes)
            throw new FormatException($"The weights announce a header of {announced} bytes, more than the {MaxHeaderBytes} allowed.");
        if (announced > (ulong)(bytes.Length - PrefixBytes))
            throw new FormatException($"The weights announce a header of {announced} bytes, but have only {bytes.Length - PrefixBytes} left.");

        var header = bytes.Slice(PrefixBytes, (int)announced);
        var tensors = SafeTensorsHeader.Read(header.Span, bytes[(PrefixBytes + header.Length)..]);
        foreach (var tensor in tensors)
        {
            if (Problem(tensor) is { } problem)
                throw new FormatException($"In the weights, the tensor '{tensor.Name}' {problem}.");
        }

        // One comparison covers blanks, escapes, the order of properties and how numbers are spelled.
        if (!header.Span.SequenceEqual(SafeTensorsHeader.Write(tensors)))
            throw new FormatException("The header of the weights is not in its canonical form.");

        return tensors;
    }

    private static string? Problem(NamedTensor tensor)
    {
        if (string.IsNullOrEmpty(tensor.Name))
            return "has no name";
        if (tensor.Name == SafeTensorsHeader.Metadata)
            return "has a name that is reserved";
        if (!IsUnicode(tensor.Name))
            return "has a name that is not valid Unicode";
        if (!Enum.IsDefined(tensor.Type))
            return "has an unknown type";
        if (tensor.Shape.Count > MaxDimensions)
            return $"has more than {MaxDimensions} dimensions";
        if (SizeInBytes(tensor) is not { } size)
            return $"has the impossible shape ({string.Join(", ", tensor.Shape)})";
        if (size != tensor.Data.Length)
            return $"has {tensor.Data.Length} bytes, but its shape needs {size}";
        if (tensor.Type == DType.BOOL && tensor.Data.Span.ContainsAnyExceptInRange((byte)0, (byte)1))
            return "has truth values other than 0 and 1";

        return null;
    }

    private static long? SizeInBytes(NamedTensor tensor)
    {
        long size = tensor.Type.SizeInBytes();
        foreach (var extent in tensor.Shape)
        {
            if (extent < 0 || (extent != 0 && size > long.MaxValue / extent))
                return null;
            size *= extent;
        }

        return size;
    }

    private static bool IsUnicode(string name)
    {
        for (var i = 0; i < name.Length; i++)
        {
            if (!char.IsSurrogate(name[i]))
                continue;
            if (i + 1 >= name.Length || !char.IsSurrogatePair(name[i], name[i + 1]))
                return false;
            i++;
        }

        return true;
    }
}
