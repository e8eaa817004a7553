using System.Buffers.Binary;
using CoLearn.Data;

namespace CoLearn.Examples.ThreeSites;

/// <summary>Writes some items of a data set as an IDX file.</summary>
internal static class IdxWriter
{
    private const byte UnsignedByte = 0x08;

    public static void Write(string path, IdxArray all, IReadOnlyList<int> items)
    {
        using var file = File.Create(path);
        file.Write([0, 0, UnsignedByte, (byte)all.Shape.Count]);
        Span<byte> extent = stackalloc byte[sizeof(int)];
        foreach (var size in all.Shape.Skip(1).Prepend(items.Count))
        {
            BinaryPrimitives.WriteInt32BigEndian(extent, size);
            file.Write(extent);
        }

        foreach (var item in items)
            file.Write(all.Data.Span.Slice(item * all.ItemSize, all.ItemSize));
    }
}
