using CsCheck;

namespace CoLearn.Averaging;

public sealed class SharesTests
{
    [Fact]
    public void Of_Sizes_IsEachOnesPart() => Assert.Equal([0.1, 0.2, 0.7], Shares.Of([100, 200, 700]));

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    [InlineData(long.MinValue)]
    public void Of_SizeBelowOne_CountsAsOne(long size) => Assert.Equal([0.25, 0.75], Shares.Of([size, 3]));

    [Fact]
    public void Of_HugeSizes_DoNotOverflow() =>
        Assert.Equal(Enumerable.Repeat(0.25, 4), Shares.Of([long.MaxValue, long.MaxValue, long.MaxValue, long.MaxValue]));

    [Fact]
    public void Of_SizeOverTheCap_CountsAsTheCap() => Assert.Equal([0.5, 0.5], Shares.Of([long.MaxValue, 50], cap: 50));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Of_CapBelowOne_IsRefused(long cap)
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => Shares.Of([1], cap));

        Assert.StartsWith("The cap on training-set sizes must be at least 1.", error.Message);
    }

    [Fact]
    public void Of_AnySizes_ArePositiveAndAddUpToOne() => Gen.Select(Gen.Long.Array[1, 20], Gen.Long[1, long.MaxValue].Nullable()).Sample(
        (sizes, cap) =>
        {
            var shares = Shares.Of(sizes, cap);
            return shares.All(share => share is > 0 and <= 1) && Math.Abs(shares.Sum() - 1) < 1e-12;
        });

    [Fact]
    public void Of_SizesScaledAlike_AreTheSameShares() => Gen.Select(Gen.Long[1, 1_000_000].Array[1, 20], Gen.Long[1, 1_000_000]).Sample(
        (sizes, scale) =>
        {
            var scaled = Shares.Of([.. sizes.Select(size => size * scale)]);
            return Shares.Of(sizes).Zip(scaled).All(pair => Math.Abs(pair.First - pair.Second) <= 1e-15 * pair.First);
        });
}
