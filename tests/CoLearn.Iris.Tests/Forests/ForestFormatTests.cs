using CsCheck;

namespace CoLearn.Examples.Iris.Forests;

public sealed class ForestFormatTests
{
    private static readonly ForestFormat Format = new();

    private static readonly Gen<Weights> AnyForest =
        from seed in Gen.Long
        from trees in Gen.Int[0, 6]
        select ForestFormat.Write(Grown(seed, trees));

    /// <summary>Two splits and three leaves: 47 bytes, the first tree's nodes from byte 7 on.</summary>
    private static readonly Weights Small = ForestFormat.Write(new(
    [
        [new(2, 2.5f, 2, 0), new(null, 0, 0, 0), new(3, 1.75f, 4, 0), new(null, 0, 0, 1), new(null, 0, 0, 2)],
    ]));

    [Fact]
    public void Forest_WrittenAndRead_IsTheSame() => AnyForest.Sample(
        weights =>
        {
            var read = ForestFormat.Read(weights);
            return Format.Problem(weights.Bytes) is null && ForestFormat.Write(read).Hash == weights.Hash;
        },
        iter: 200);

    [Fact]
    public void Forest_OfFiveTrees_TakesSomeHundredBytes() => Assert.InRange(ForestFormat.Write(Grown(1, 5)).Bytes.Length, 100, 1_500);

    [Fact]
    public void Problem_OfEveryBeginning_IsASentence() => AnyForest.Sample(
        weights => Enumerable.Range(0, weights.Bytes.Length).All(length => Format.Problem(weights.Bytes[..length]) is { Length: > 10 } problem && problem[^1] != '.'),
        iter: 50);

    [Theory]
    [InlineData(0, 2, "they are of version 2 with 4 features and 3 species, not of version 1 with 4 and 3")]
    [InlineData(1, 5, "they are of version 1 with 5 features and 3 species, not of version 1 with 4 and 3")]
    [InlineData(3, 0, "42 bytes follow their last tree")]
    [InlineData(3, 2, "they end after 1 of 2 trees")]
    [InlineData(5, 0, "in tree 0, there is no node")]
    [InlineData(5, 3, "in tree 0, node 2 has its right child at 4, which is not behind its left one and among the 3 nodes")]
    [InlineData(5, 6, "tree 0 ends before its 6 nodes do")]
    [InlineData(7, 4, "in tree 0, node 0 asks for feature 4 of 4")]
    [InlineData(8, 1, "in tree 0, node 0 is a split with a species")]
    [InlineData(9, 0, "in tree 0, node 0 has its right child at 0, which is not behind its left one and among the 5 nodes")]
    [InlineData(9, 1, "in tree 0, node 0 has its right child at 1, which is not behind its left one and among the 5 nodes")]
    [InlineData(9, 3, "in tree 0, node 2 is not where the preorder has it")]
    [InlineData(9, 5, "in tree 0, node 0 has its right child at 5, which is not behind its left one and among the 5 nodes")]
    [InlineData(16, 3, "in tree 0, node 1 names species 3 of 3")]
    [InlineData(17, 4, "in tree 0, node 1 is a leaf with a child or a threshold")]
    [InlineData(22, 1, "in tree 0, node 1 is a leaf with a child or a threshold")]
    [InlineData(23, 255, "in tree 0, node 2 is a leaf with a child or a threshold")]
    public void Problem_OfAChangedByte_SaysWhatIsWrong(int at, byte value, string problem)
    {
        var bytes = Small.Bytes.ToArray();
        bytes[at] = value;
        Assert.Equal(problem, Format.Problem(bytes));
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void Problem_OfAThresholdThatIsNotFinite_SaysSo(float threshold)
    {
        var weights = ForestFormat.Write(new([[new(0, threshold, 2, 0), new(null, 0, 0, 0), new(null, 0, 0, 1)]]));
        Assert.Equal("in tree 0, node 0 has a threshold that is not finite", Format.Problem(weights.Bytes));
    }

    [Fact]
    public void Problem_OfMutatedBytes_IsASentenceOrTheForestIsWhole() => Gen.Select(AnyForest, Gen.Select(Gen.Int[0, 2_000], Gen.Byte, Gen.Int[0, 3]).List[1, 4]).Sample(
        (weights, edits) =>
        {
            var bytes = Mutated(weights.Bytes.ToArray(), edits);
            if (Format.Problem(bytes) is { } problem)
                return problem.Length > 10 && problem[^1] != '.';

            // Whatever passes has one spelling, and every flower finds a leaf.
            var forest = ForestFormat.Read(new(Format.Name, bytes));
            return ForestFormat.Write(forest).Bytes.Span.SequenceEqual(bytes) && Flowers.All.All(row => double.IsFinite(Math.Log(forest.Judge(row).Probability)));
        },
        iter: 5_000);

    [Fact]
    public void Problem_OfAnyBytes_NeverThrows() => Gen.Byte.Array[0, 200].Sample(bytes => Format.Problem(bytes) is null or { Length: > 10 }, iter: 5_000);

    [Fact]
    public void Read_OfOtherBytes_ThrowsTheProblem()
    {
        var error = Assert.Throws<FormatException>(() => ForestFormat.Read(new(Format.Name, Small.Bytes[..3])));
        Assert.Equal("The weights are no forest: they end after 3 of the 5 bytes of their header.", error.Message);
    }

    private static Forest Grown(long seed, int trees)
    {
        var grower = new TreeGrower(Flowers.Rows.Train, new(seed));
        return new([.. Enumerable.Range(0, trees).Select(_ => grower.Grow())]);
    }

    private static byte[] Mutated(byte[] whole, IEnumerable<(int At, byte Value, int Kind)> edits)
    {
        var bytes = whole.ToList();
        foreach (var (at, value, kind) in edits)
        {
            var index = bytes.Count == 0 ? 0 : at % bytes.Count;
            switch (kind)
            {
                case 0 when bytes.Count > 0:
                    bytes[index] = value;
                    break;
                case 1 when bytes.Count > 0:
                    bytes.RemoveAt(index);
                    break;
                case 2:
                    bytes.Insert(index, value);
                    break;
                default:
                    bytes.RemoveRange(index, bytes.Count - index);
                    break;
            }
        }

        return [.. bytes];
    }
}
