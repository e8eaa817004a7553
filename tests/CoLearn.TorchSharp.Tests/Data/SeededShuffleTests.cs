using CsCheck;

namespace CoLearn.Data;

public sealed class SeededShuffleTests
{
    [Fact]
    public void Next_SeedZero_IsTheReferenceSequence()
    {
        var random = new SeededRandom(0);

        Assert.Equal([0x99ec5f36cb75f2b4, 0xbf6e1f784956452a, 0x1a5f849d4933e6e0], new[] { random.Next(), random.Next(), random.Next() });
    }

    [Theory]
    [InlineData(0, new[] { 7, 8, 3, 1, 5, 4, 2, 0, 9, 6 })]
    [InlineData(1, new[] { 3, 6, 1, 5, 0, 9, 2, 8, 4, 7 })]
    [InlineData(-5, new[] { 6, 8, 1, 3, 7, 9, 0, 5, 2, 4 })]
    public void Permutation_OfTen_NeverChanges(long seed, int[] expected) => Assert.Equal(expected, SeededShuffle.Permutation(10, seed));

    [Fact]
    public void Permutation_AnySeed_HoldsEveryNumberOnce() => Gen.Select(Gen.Int[0, 200], Gen.Long).Sample((count, seed) =>
        SeededShuffle.Permutation(count, seed).Order().SequenceEqual(Enumerable.Range(0, count)));

    [Fact]
    public void Permutation_ManySeeds_PutsEachNumberFirstEquallyOften()
    {
        var first = Enumerable.Range(0, 6000).Select(seed => SeededShuffle.Permutation(6, seed)[0]).CountBy(number => number);

        Assert.All(first, count => Assert.InRange(count.Value, 850, 1150));
    }

    [Fact]
    public void Split_IntoParts_HasThoseSizesAndNoIndexTwice() => Gen.Select(Gen.Int[0, 50].Array[1, 4], Gen.Int[0, 20], Gen.Long).Sample((sizes, more, seed) =>
    {
        var parts = SeededShuffle.Split(sizes.Sum() + more, seed, sizes);

        Assert.Equal(sizes, parts.Select(part => part.Length));
        Assert.Equal(sizes.Sum(), parts.SelectMany(part => part).Distinct().Count());
    });

    [Theory]
    [InlineData(5, 6)]
    [InlineData(-1, 3)]
    public void Split_PartsThatCannotBe_ThrowsArgumentException(int first, int second) =>
        Assert.Throws<ArgumentException>(() => SeededShuffle.Split(10, 0, first, second));

    [Fact]
    public void Deal_AllShards_CoverEverythingOnceWithEqualSizes() => Gen.Select(Gen.Int[1, 9], Gen.Int[0, 100]).Sample((count, examples) =>
    {
        var order = SeededShuffle.Permutation(examples, 3);

        var shares = Enumerable.Range(0, count).Select(index => new Shard(count, index).Deal(order)).ToArray();

        Assert.Equal(Enumerable.Range(0, examples), shares.SelectMany(share => share).Order());
        Assert.InRange(shares.Max(share => share.Length) - shares.Min(share => share.Length), 0, 1);
    });

    [Theory]
    [InlineData(0, 0)]
    [InlineData(3, 3)]
    [InlineData(3, -1)]
    public void Shard_ThatIsNone_ThrowsArgumentOutOfRange(int count, int index) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Shard(count, index));
}
