using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace CoLearn.Benchmarks.Simulate;

/// <summary>What native code, such as torch, has allocated and not let go, by glibc's own count (2.33 or later).</summary>
internal static partial class NativeMemoryInUse
{
    // Where they stand in malloc.h's struct mallinfo2.
    private const int MappedBytes = 4;
    private const int UsedBytes = 7;

    public static long Bytes()
    {
        var counts = Mallinfo2();
        return counts[MappedBytes] + counts[UsedBytes];
    }

    [LibraryImport("libc", EntryPoint = "mallinfo2")]
    private static partial Counts Mallinfo2();

    [InlineArray(10)]
    private struct Counts
    {
        private nint first;
    }
}
