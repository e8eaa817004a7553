namespace CoLearn.Data;

public sealed class IdxFilesTests : IDisposable
{
    private static readonly byte[] Content = [0, 0, 8, 1, 0, 0, 0, 3, 1, 2, 3];

    private readonly TemporaryDirectory directory = new();

    public void Dispose() => directory.Dispose();

    [Fact]
    public void Read_ByManyAtOnce_IsReadOnce()
    {
        var path = directory.Write("file", Content, zip: true);
        var read = new IdxArray[8];

        Parallel.For(0, read.Length, index => read[index] = IdxFiles.Read(path));

        Assert.All(read, array => Assert.Same(read[0], array));
        Assert.Equal(new byte[] { 1, 2, 3 }, read[0].Data.ToArray());
    }

    [Fact]
    public void Read_ByAnotherNameOfThePath_IsReadOnce()
    {
        var path = directory.Write("file", Content);
        var read = IdxFiles.Read(path);

        Assert.Same(read, IdxFiles.Read(Path.Combine(directory.Path, ".", "file")));
    }

    [Fact]
    public void Read_AfterAChange_GivesWhatIsThereNow()
    {
        var path = directory.Write("file", Content);
        var read = IdxFiles.Read(path);
        directory.Write("file", [.. Content[..^1], 4]);
        File.SetLastWriteTimeUtc(path, new DateTime(2001, 1, 1, 0, 0, 0, DateTimeKind.Utc));

        Assert.Equal(new byte[] { 1, 2, 4 }, IdxFiles.Read(path).Data.ToArray());
        GC.KeepAlive(read);
    }

    [Fact]
    public void Read_Damaged_FailsEachTime()
    {
        var path = directory.Write("file", Content[..^1]);

        Assert.Throws<InvalidDataException>(() => IdxFiles.Read(path));
        Assert.Throws<InvalidDataException>(() => IdxFiles.Read(path));
    }

    [Fact]
    public void Read_Gone_FailsThoughItWasThere()
    {
        var path = directory.Write("file", Content);
        var read = IdxFiles.Read(path);
        File.Delete(path);

        Assert.Throws<FileNotFoundException>(() => IdxFiles.Read(path));
        GC.KeepAlive(read);
    }
}
