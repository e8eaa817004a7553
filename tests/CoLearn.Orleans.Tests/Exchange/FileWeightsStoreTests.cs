using System.Security.Cryptography;
using System.Text;
using CoLearn.Toy;
using Microsoft.Extensions.Logging;

namespace CoLearn.Exchange;

public sealed class FileWeightsStoreTests : IDisposable
{
    private static readonly Weights Tensors = new(Weights.SafeTensors, RandomNumberGenerator.GetBytes(5000));
    private static readonly Weights Others = new("forest-1", RandomNumberGenerator.GetBytes(5000));

    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("colearn-weights-");
    private readonly Logged log = new();

    [Fact]
    public async Task Files_OfWeights_HaveTheHashOfTheirName()
    {
        var store = Open();
        await store.PutAsync(new("c", 1), Tensors);
        await store.PutAsync(new("c", 1), Others);

        Assert.Equal(new[] { Others.Hash + ".weights", Tensors.Hash + ".safetensors" }.Order(StringComparer.Ordinal), Blobs());
        Assert.All(Blobs(), name => Assert.Equal(Path.GetFileNameWithoutExtension(name), Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(PathOf(name))))));
        Assert.Equal(Encoding.UTF8.GetBytes("forest-1\0"), File.ReadAllBytes(PathOf(Others.Hash + ".weights"))[..9]);
    }

    [Fact]
    public async Task Weights_OfAStoreOpenedAgain_AreFoundAndStillHeld()
    {
        var store = Open();
        await store.PutAsync(new("c", 1), Tensors);
        await store.SettleAsync(new("c", 1), Tensors.Hash);
        await store.PutAsync(new("c", 2), Others);

        var again = Open();
        Assert.Equal(Others.Bytes.ToArray(), (await again.GetAsync(Others.Hash))!.Bytes.ToArray());
        await again.SettleAsync(new("c", 2), null);
        Assert.Equal([Tensors.Hash + ".safetensors"], Blobs());
    }

    [Theory, InlineData("truncated"), InlineData("altered"), InlineData("lengthened"), InlineData("empty")]
    public async Task Files_ThatWereChanged_AreMovedAsideAndNeverUsed(string change)
    {
        foreach (var weights in new[] { Tensors, Others })
        {
            await Open().PutAsync(new("c", 1), weights);
            var name = Blobs().Single(name => name.StartsWith(weights.Hash, StringComparison.Ordinal));
            Change(PathOf(name), change);
            var store = Open();

            Assert.Null(await store.GetAsync(weights.Hash));
            Assert.True(File.Exists(PathOf(name + ".damaged")));
            var sentence = $"The stored weights {weights.Hash[..12]} have not the content of their name; they are not used and now called '{name}.damaged'.";
            Assert.Equal((LogLevel.Error, sentence), Assert.Single(log));
            log.Clear();

            await store.PutAsync(new("c", 1), weights);
            Assert.NotNull(await Open().GetAsync(weights.Hash));
        }
    }

    [Fact]
    public async Task Put_OverADamagedFile_PutsAGoodOneInItsPlace()
    {
        foreach (var change in new[] { "truncated", "altered" })
        {
            await Open().PutAsync(new("c", 1), Tensors);
            Change(PathOf(Tensors.Hash + ".safetensors"), change);
            await Open().PutAsync(new("c", 1), Tensors);
            Assert.NotNull(await Open().GetAsync(Tensors.Hash));
        }
    }

    [Fact]
    public async Task Open_AfterACrashBeforeTheRename_RemovesWhatIsLeftAndWritesAnew()
    {
        Open();
        var left = PathOf("0123.tmp");
        File.WriteAllBytes(left, Tensors.Bytes[..100].ToArray());
        File.SetLastWriteTimeUtc(left, DateTime.UtcNow.AddDays(-1));
        var young = PathOf("4567.tmp");
        File.WriteAllBytes(young, Tensors.Bytes[..100].ToArray());
        File.SetLastWriteTimeUtc(young, DateTime.UtcNow.AddDays(1));

        var store = Open();
        Assert.Equal((false, true), (File.Exists(left), File.Exists(young)));
        Assert.Null(await store.GetAsync(Tensors.Hash));
        await store.PutAsync(new("c", 1), Tensors);
        Assert.NotNull(await Open().GetAsync(Tensors.Hash));
    }

    [Fact]
    public async Task Stores_OnOneFolder_ShareFilesAndHolds()
    {
        var (one, other) = (Open(), Open());
        await one.PutAsync(new("c", 1), Tensors);
        Assert.NotNull(await other.GetAsync(Tensors.Hash));
        await other.PutAsync(new("d", 1), Tensors);

        await one.SettleAsync(new("c", 1), null);
        Assert.NotNull(await Open().GetAsync(Tensors.Hash));
        await one.SettleAsync(new("d", 1), null);
        Assert.Null(await Open().GetAsync(Tensors.Hash));
        await other.PutAsync(new("c", 2), Tensors);
        Assert.NotNull(await Open().GetAsync(Tensors.Hash));
    }

    [Fact]
    public async Task Stores_OnOneFolderAtOnce_LeaveWhatIsHeldAndNothingElse()
    {
        const int rounds = 15;
        var stores = Enumerable.Range(0, 4).Select(_ => Open()).ToList();
        var blobs = Enumerable.Range(0, rounds).Select(round => new Weights(Weights.SafeTensors, BitConverter.GetBytes(round))).ToList();

        // All take part in one collective, and each has one of its own with the same weights.
        await Task.WhenAll(stores.Select((store, index) => Task.Run(async () =>
        {
            for (var round = 0; round < rounds; round++)
            {
                foreach (var collective in new[] { "all", $"own-{index}" })
                {
                    await store.PutAsync(new(collective, round), blobs[round]);
                    await store.SettleAsync(new(collective, round), round % 3 == 0 ? blobs[round].Hash : null);
                }
            }
        })));
        foreach (var store in stores)
            await store.SettleAsync(new("all", rounds), null);

        Assert.Equal(
            Enumerable.Range(0, rounds).Where(round => round % 3 == 0).Select(round => blobs[round].Hash + ".safetensors").Order(StringComparer.Ordinal),
            Blobs());
        Assert.Empty(directory.EnumerateFiles("*.tmp"));
    }

    [Fact]
    public async Task Collectives_WhoseNamesArePathsOrDifferInCase_HaveFoldersOfTheirOwn()
    {
        var store = Open();
        string[] names = [".", "..", "a/b", "a", "A", "../../out", "", new('x', 500), "%2E"];
        foreach (var name in names)
            await store.PutAsync(new(name, 1), Tensors);

        var folders = new DirectoryInfo(PathOf("holds")).GetDirectories();
        Assert.Equal(names.Length, folders.Length);
        Assert.Equal(names.Length, folders.Select(folder => folder.Name.ToUpperInvariant()).Distinct().Count());
        Assert.All(folders, folder => Assert.Single(folder.GetFileSystemInfos()));
        Assert.Equal(["holds", "lock", Tensors.Hash + ".safetensors"], directory.GetFileSystemInfos().Select(entry => entry.Name).OrderByDescending(name => name[0] == 'h').ThenByDescending(name => name == "lock"));

        foreach (var name in names[1..])
            await store.SettleAsync(new(name, 1), null);
        Assert.Single(Blobs());
        await store.SettleAsync(new(names[0], 1), null);
        Assert.Empty(Blobs());
        Assert.Empty(new DirectoryInfo(PathOf("holds")).GetFileSystemInfos());
    }

    [Fact]
    public async Task Weights_ThatNobodyUsesAnyMore_DoNotStayInMemory()
    {
        var store = Open();
        var first = await PutAndForgetAsync(store, 0);
        for (var content = 1; content < 10; content++)
            await PutAndForgetAsync(store, content);

        GC.Collect();
        GC.WaitForPendingFinalizers();
        Assert.False(first.TryGetTarget(out _));
    }

    [Fact]
    public void Open_WhereNothingCanBeWritten_IsRefused()
    {
        var file = PathOf("file");
        File.WriteAllText(file, "no directory");
        var error = Assert.Throws<StoreException>(new FileWeightsStore(Path.Combine(file, "weights"), new(), log).Open);
        Assert.Equal($"The weights cannot be kept in '{Path.Combine(file, "weights")}', since that cannot be written; name another directory or let the silo write there.", error.Message);
    }

    [Fact]
    public async Task Put_WhereTheFolderIsGone_IsRefusedWithoutItsPath()
    {
        var store = new FileWeightsStore(PathOf("gone"), new(), log);
        var error = await Assert.ThrowsAsync<StoreException>(() => store.PutAsync(new("c", 1), Tensors).AsTask());
        Assert.Equal($"The weights {Tensors.Hash[..12]} cannot be kept on this silo.", error.Message);
    }

    public void Dispose() => directory.Delete(recursive: true);

    private static async Task<WeakReference<Weights>> PutAndForgetAsync(FileWeightsStore store, int content)
    {
        var weights = new Weights(Weights.SafeTensors, BitConverter.GetBytes(content));
        await store.PutAsync(new("c", 1), weights);
        return new(weights);
    }

    private static void Change(string path, string change)
    {
        using var file = File.Open(path, FileMode.Open, FileAccess.ReadWrite);
        if (change == "altered")
        {
            file.Position = file.Length / 2;
            var old = file.ReadByte();
            file.Position--;
            file.WriteByte((byte)(old ^ 1));
            return;
        }

        file.SetLength(change switch { "truncated" => file.Length - 1, "lengthened" => file.Length + 1, _ => 0 });
    }

    private FileWeightsStore Open()
    {
        var store = new FileWeightsStore(directory.FullName, new(), log);
        store.Open();
        return store;
    }

    private string PathOf(string name) => Path.Combine(directory.FullName, name);

    private string[] Blobs() => [.. directory.EnumerateFiles().Select(file => file.Name).Where(name => Path.GetExtension(name) is ".safetensors" or ".weights").Order(StringComparer.Ordinal)];
}
