namespace CoLearn.Data;

/// <summary>What an IDX file holds: unsigned bytes in some shape.</summary>
/// <param name="Shape">The extents, such as (60000, 28, 28) for pictures and (60000) for labels.</param>
/// <param name="Data">The bytes, the last dimension running fastest.</param>
public sealed record IdxArray(IReadOnlyList<int> Shape, ReadOnlyMemory<byte> Data)
{
    /// <summary>How many bytes one item of the first dimension takes.</summary>
    public int ItemSize => Shape.Skip(1).Aggregate(1, (product, extent) => product * extent);
}
