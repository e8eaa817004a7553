using CsCheck;

namespace CoLearn.Data;

public sealed class IdxFileTests : IDisposable
{
    private readonly TemporaryDirectory directory = new();

    public void Dispose() => directory.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Read_PlainOrZipped_GivesShapeAndData(bool zip)
    {
        // The name says the opposite of the content, on purpose.
        var path = directory.Write(zip ? "a" : "a.gz", [0, 0, 8, 2, 0, 0, 0, 2, 0, 0, 0, 3, 1, 2, 3, 4, 5, 6], zip);

        var array = IdxFile.Read(path);

        Assert.Equal([2, 3], array.Shape);
        Assert.Equal(3, array.ItemSize);
        Assert.Equal(new byte[] { 1, 2, 3, 4, 5, 6 }, array.Data.ToArray());
    }

    [Theory]
    [InlineData(new byte[0], "is not an IDX file")]
    [InlineData(new byte[] { 0, 0, 8 }, "is not an IDX file")]
    [InlineData(new byte[] { 0x89, 0x50, 0x4e, 0x47, 1, 2, 3, 4 }, "is not an IDX file")]
    [InlineData(new byte[] { 0, 0, 0x0d, 1, 0, 0, 0, 0 }, "type 0x0d")]
    [InlineData(new byte[] { 0, 0, 8, 3, 0, 0, 0, 1 }, "ends within its header")]
    [InlineData(new byte[] { 0, 0, 8, 1, 0, 0, 0, 3, 1, 2 }, "ends after 2 of the 3 bytes")]
    [InlineData(new byte[] { 0, 0, 8, 1, 0, 0, 0, 3, 1, 2, 3, 4 }, "goes on after the 3 bytes")]
    [InlineData(new byte[] { 0, 0, 8, 1, 0x7f, 0, 0, 0, 1 }, "ends after 1 of the 2130706432 bytes")]
    [InlineData(new byte[] { 0, 0, 8, 1, 0xff, 0xff, 0xff, 0xff, 1 }, "more data than can be read")]
    [InlineData(new byte[] { 0, 0, 8, 3, 0x7f, 0xff, 0xff, 0xff, 0x7f, 0xff, 0xff, 0xff, 0x7f, 0xff, 0xff, 0xff }, "more data than can be read")]
    [InlineData(new byte[] { 0x1f, 0x8b, 8, 0, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9 }, "gzip file, but is damaged")]
    public void Read_Damaged_ThrowsOneSentenceWithThePath(byte[] content, string expected)
    {
        var path = directory.Write("file", content);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var exception = Assert.Throws<InvalidDataException>(() => IdxFile.Read(path));

        Assert.Contains(expected, exception.Message);
        Assert.StartsWith($"'{path}'", exception.Message);
        Assert.EndsWith(".", exception.Message);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 8 << 20, "A header alone must not make anything large.");
    }

    [Fact]
    public void Read_ZippedAndCutShort_ThrowsInvalidDataOrHasAllData()
    {
        var whole = File.ReadAllBytes(directory.Write("whole", [0, 0, 8, 1, 0, 0, 4, 0, .. new byte[1024]], zip: true));

        Gen.Int[3, whole.Length - 1].Sample(length =>
        {
            var path = directory.Write("cut", whole[..length]);
            try
            {
                // Only the end mark and the check sum behind the data were cut off.
                Assert.Equal(new byte[1024], IdxFile.Read(path).Data.ToArray());
            }
            catch (InvalidDataException)
            {
            }
        }, iter: 50, threads: 1);
    }

    [Fact]
    public void Read_AnyBytes_ThrowsNothingButInvalidData() => Gen.Byte.Array[0, 40].Sample(bytes =>
        Record.Exception(() => IdxFile.Read(directory.Write("any", [0, 0, 8, .. bytes]))) is null or InvalidDataException, iter: 200, threads: 1);
}
