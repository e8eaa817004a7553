using CoLearn.Rounds;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;
using Orleans.Serialization.Serializers;
using Orleans.Storage;

namespace CoLearn.Storage;

public sealed class StateFileTests : IDisposable
{
    private static readonly GrainId Grain = GrainId.Create("test", "one");

    private readonly ServiceProvider services = new ServiceCollection().AddSerializer().BuildServiceProvider();
    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("colearn-state-");

    private string File => Path.Combine(directory.FullName, "colearn.db");

    [Fact]
    public async Task State_OpenedAgain_IsThereAndItsETagStillHolds()
    {
        var state = new GrainState<RoundState>(new() { Reason = "one" });
        using (var storage = Open())
            await storage.WriteStateAsync("round", Grain, state);

        using var again = Open();
        var read = await ReadAsync(again);
        Assert.Equal(("one", state.ETag), (read.State!.Reason, read.ETag));
        await again.WriteStateAsync("round", Grain, state);
        await Assert.ThrowsAsync<InconsistentStateException>(() => again.WriteStateAsync("round", Grain, read));
    }

    [Fact]
    public async Task State_OfADiedSilo_IsThere()
    {
        // What a killed process leaves: the file and the log beside it, neither closed.
        var left = directory.CreateSubdirectory("left");
        using (var storage = Open())
        {
            await storage.WriteStateAsync("round", Grain, new GrainState<RoundState>(new() { Reason = "one" }));
            foreach (var name in new[] { "colearn.db", "colearn.db-wal" })
                System.IO.File.Copy(Path.Combine(directory.FullName, name), Path.Combine(left.FullName, name));
        }

        using var again = Open(Path.Combine(left.FullName, "colearn.db"));
        Assert.Equal("one", (await ReadAsync(again)).State!.Reason);
    }

    [Fact]
    public void Open_WhileAnotherSiloHasIt_IsRefusedUntilThatOneStops()
    {
        using (Open())
            Assert.Equal($"The state in '{File}' is in use by another silo; stop that one, or give each silo a directory of its own.", Refusal());
        Open().Dispose();
    }

    [Fact]
    public async Task Write_AfterTheSiloStopped_IsRefused()
    {
        var storage = Open();
        storage.Dispose();
        var error = await Assert.ThrowsAsync<StoreException>(() => ReadAsync(storage));
        Assert.Equal($"The state in '{File}' is not open.", error.Message);
    }

    [Theory, InlineData(0), InlineData(4096)]
    public async Task Open_OfADamagedFile_IsRefused(int from)
    {
        using (var storage = Open())
            await storage.WriteStateAsync("round", Grain, new GrainState<RoundState>(new() { Reason = "one" }));
        using (var file = System.IO.File.OpenWrite(File))
        {
            file.Position = from;
            file.Write(Enumerable.Repeat((byte)0x55, 3000).ToArray());
        }

        Assert.Equal($"The state in '{File}' is damaged; put a copy of it in its place, or move it away to begin anew.", Refusal());
    }

    [Fact]
    public async Task Open_OfATruncatedFile_IsRefused()
    {
        using (var storage = Open())
            await storage.WriteStateAsync("round", Grain, new GrainState<RoundState>(new() { Reason = new('x', 20_000) }));
        using (var file = System.IO.File.OpenWrite(File))
            file.SetLength(file.Length / 2);

        Assert.EndsWith("is damaged; put a copy of it in its place, or move it away to begin anew.", Refusal());
    }

    [Fact]
    public void Open_OfAFileOfANewerVersion_IsRefused()
    {
        Open().Dispose();
        Execute("PRAGMA user_version = 7");
        Assert.Equal($"The state in '{File}' was written by a newer version of CoLearn (layout 7, but this one knows 1); use that version.", Refusal());
    }

    [Fact]
    public void Open_OfAnotherProgramsDatabase_IsRefusedAndLeftAlone()
    {
        Execute("CREATE TABLE theirs (name TEXT)");
        Assert.Equal($"The file '{File}' is another program's database; give the silo a directory of its own.", Refusal());
        Execute("INSERT INTO theirs VALUES ('still here')");
    }

    [Fact]
    public void Open_WhereNothingCanBeWritten_IsRefused()
    {
        Directory.CreateDirectory(File);
        Assert.Equal($"The state cannot be kept in '{File}', since that cannot be written; name another directory or let the silo write there.", Refusal());

        var below = Path.Combine(directory.FullName, "file", "colearn.db");
        System.IO.File.WriteAllText(Path.GetDirectoryName(below)!, "no directory");
        Assert.StartsWith($"The state cannot be kept in '{below}'", Assert.Throws<StoreException>(() => Open(below)).Message);
    }

    public void Dispose()
    {
        services.Dispose();
        directory.Delete(recursive: true);
    }

    private static async Task<GrainState<RoundState>> ReadAsync(SqliteGrainStorage storage)
    {
        var read = new GrainState<RoundState>();
        await storage.ReadStateAsync("round", Grain, read);
        return read;
    }

    private string Refusal() => Assert.Throws<StoreException>(() => Open()).Message;

    private SqliteGrainStorage Open(string? file = null)
    {
        var storage = new SqliteGrainStorage(
            file ?? File, new OrleansGrainStorageSerializer(services.GetRequiredService<Serializer>()), services.GetRequiredService<IActivatorProvider>());
        storage.Open();
        return storage;
    }

    private void Execute(string statement)
    {
        using var connection = new SqliteConnection($"Data Source={File};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = statement;
        command.ExecuteNonQuery();
    }
}
