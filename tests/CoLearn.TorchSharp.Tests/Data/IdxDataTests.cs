using Microsoft.Extensions.Configuration;
using static TorchSharp.torch;

namespace CoLearn.Data;

public sealed class IdxDataTests : IDisposable
{
    private static readonly byte[] Labels = [0, 0, 8, 1, 0, 0, 0, 4, 0, 1, 2, 3];
    private static readonly byte[] Images = [0, 0, 8, 3, 0, 0, 0, 4, 0, 0, 0, 2, 0, 0, 0, 2, .. Enumerable.Range(0, 16).Select(i => (byte)i)];

    private readonly TemporaryDirectory directory = new();

    public void Dispose() => directory.Dispose();

    [Fact]
    public async Task Load_RealDigits_ShardsAreDisjointAndEqual()
    {
        var all = new List<LearnerSets>();
        for (var index = 0; index < 5; index++)
            all.Add(await Load(Samples.MnistDirectory, 5, index));

        Assert.All(all, sets => Assert.Equal((1600, 200, 200), (sets.Train.Count, sets.Vote.Count, sets.Test!.Count)));
        Assert.All(all, sets => Assert.Equal([1600, 1, 28, 28], sets.Train.Features.shape));
        Assert.Equal(8000, Pictures(all.Select(sets => sets.Train)).Distinct().Count());
        Assert.Equal(2000, Pictures(all.SelectMany(sets => new[] { sets.Vote, sets.Test! })).Distinct().Count());
        all.ForEach(sets => sets.Dispose());
    }

    [Fact]
    public async Task Load_RealDigits_BatchIsScaledToOne()
    {
        using var sets = await Load(Samples.MnistDirectory, 5, 0);
        using var scope = NewDisposeScope();

        var (features, targets) = sets.Train.Batch([3, 1]);

        Assert.Equal((ScalarType.Float32, ScalarType.Int64), (features.dtype, targets.dtype));
        Assert.Equal(ScalarType.Byte, sets.Train.Features.dtype);
        Assert.Equal((0f, 1f), (features.min().item<float>(), features.max().item<float>()));
        Assert.InRange(targets.max().item<long>(), 0, 9);
    }

    [Fact]
    public async Task Load_SameSeed_IsTheSameAndAnotherSeedIsNot()
    {
        using var one = await Load(Samples.MnistDirectory, 5, 1);
        using var two = await Load(Samples.MnistDirectory, 5, 1);
        using var other = await Load(Samples.MnistDirectory, 5, 1, seed: 8);

        Assert.True(one.Train.Features.equal(two.Train.Features).all().item<bool>());
        Assert.False(one.Train.Features.equal(other.Train.Features).all().item<bool>());
    }

    [Fact]
    public async Task Load_PictureAndLabel_StayTogether()
    {
        Write(Images, Labels);
        using var sets = await Load(directory.Path, 1, 0);

        for (var i = 0; i < 4; i++)
            Assert.Equal(4 * sets.Train.Targets[i].item<long>(), sets.Train.Features[i][0][0][0].item<byte>());
    }

    [Fact]
    public async Task Load_AfterPreparing_ReadsNoFileAgain()
    {
        Write(Images, Labels);
        var prepared = await new IdxData().PrepareAsync(Samples.Configuration(("Path", directory.Path)), default);
        // Nobody can tell: of the same length, and written at the same time.
        var path = Path.Combine(directory.Path, "train-images-idx3-ubyte");
        var written = File.GetLastWriteTimeUtc(path);
        File.WriteAllBytes(path, new byte[Images.Length]);
        File.SetLastWriteTimeUtc(path, written);

        for (var index = 0; index < 2; index++)
        {
            using var sets = await Load(directory.Path, 2, index);
            Assert.Equal(2, sets.Train.Count);
        }

        GC.KeepAlive(prepared);
    }

    [Fact]
    public async Task Prepare_MissingFiles_LeavesItToLoadToSaySo()
    {
        await new IdxData().PrepareAsync(Samples.Configuration(("Path", directory.Path)), default);

        Assert.Contains("neither", await Mistake(("Path", directory.Path)));
    }

    [Fact]
    public async Task Load_OneTestPicture_VotesWithItAndHasNoTestSet()
    {
        Write(Images, Labels);
        using var sets = await Load(directory.Path, 4, 2);

        Assert.Equal(1, sets.Vote.Count);
        Assert.Null(sets.Test);
    }

    [FashionMnistFact]
    public async Task Load_FashionMnist_Works()
    {
        using var sets = await Load(FashionMnistFactAttribute.Directory, 50, 49);

        Assert.Equal((1200, 100, 100), (sets.Train.Count, sets.Vote.Count, sets.Test!.Count));
    }

    [Fact]
    public async Task Load_NoPath_SaysSo() => Assert.Equal(
        "The data of learner 'a' cannot be used: Path is missing, the directory that holds the IDX files.",
        await Mistake());

    [Fact]
    public async Task Load_NoDirectory_NamesItAndTheFiles()
    {
        var message = await Mistake(("Path", "/nowhere"));

        Assert.Contains("the directory '/nowhere' does not exist", message);
        Assert.Contains("train-images-idx3-ubyte", message);
        Assert.Contains("t10k-labels-idx1-ubyte", message);
    }

    [Fact]
    public async Task Load_SeveralMistakes_ListsThemAll()
    {
        var message = await Mistake(("Path", directory.Path), ("Shard:Count", "2"), ("Shard:Index", "2"), ("TestLabels", "mine"));

        Assert.Contains("Shard:Index is 2, but must be between 0 and 1", message);
        Assert.Contains($"neither '{Path.Combine(directory.Path, "train-images-idx3-ubyte")}' nor", message);
        Assert.Contains($"neither '{Path.Combine(directory.Path, "mine")}' nor", message);
    }

    [Theory]
    [InlineData("Shard:Count", "0", "at least 1")]
    [InlineData("Shard:Count", "five", "whole number")]
    [InlineData("Shard:Index", "-1", "between 0 and 0")]
    public async Task Load_WrongShard_SaysWhatWouldWork(string key, string value, string expected)
    {
        Write(Images, Labels);

        Assert.Contains(expected, await Mistake(("Path", directory.Path), (key, value)));
    }

    [Fact]
    public async Task Load_OtherNumberOfLabels_NamesBothFiles()
    {
        Write(Images, [0, 0, 8, 1, 0, 0, 0, 3, 0, 1, 2]);

        var message = await Mistake(("Path", directory.Path));

        Assert.Contains("holds 4 pictures", message);
        Assert.Contains("holds 3 labels", message);
    }

    [Fact]
    public async Task Load_LabelsInsteadOfPictures_SaysWhichDimensions()
    {
        Write(Labels, Labels);

        Assert.Contains("has 1 dimensions, but pictures have 3", await Mistake(("Path", directory.Path)));
    }

    [Fact]
    public async Task Load_TruncatedFile_SaysSo()
    {
        Write(Images[..^1], Labels);

        Assert.Contains("ends after 15 of the 16 bytes", await Mistake(("Path", directory.Path)));
    }

    private static IEnumerable<string> Pictures(IEnumerable<ExampleSet> sets) => sets.SelectMany(set =>
        set.Features.bytes.ToArray().Chunk(784).Select(picture => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(picture))));

    private static Task<LearnerSets> Load(string path, int count, int index, long seed = 7) => new IdxData().LoadAsync(
        Samples.Learner($"learner-{index}", seed),
        Samples.Configuration(("Path", path), ("Shard:Count", $"{count}"), ("Shard:Index", $"{index}")),
        default);

    private static async Task<string> Mistake(params (string Key, string Value)[] settings)
    {
        IConfiguration configuration = Samples.Configuration(settings);
        var exception = await Assert.ThrowsAsync<LearnerDataException>(() => new IdxData().LoadAsync(Samples.Learner(), configuration, default));
        Assert.StartsWith("The data of learner 'a' cannot be used: ", exception.Message);
        Assert.EndsWith(".", exception.Message);
        return exception.Message;
    }

    private void Write(byte[] images, byte[] labels)
    {
        foreach (var part in new[] { "train", "t10k" })
        {
            directory.Write($"{part}-images-idx3-ubyte", images);
            directory.Write($"{part}-labels-idx1-ubyte.gz", labels, zip: true);
        }
    }
}
