using CsCheck;

namespace CoLearn.Examples.Iris.Linear;

public sealed class LinearLearnerTests
{
    private static readonly LinearFormat Format = new();

    [Fact]
    public void LinearFormat_WrittenAndRead_IsTheSame()
    {
        var (weights, bias) = LinearFormat.Read(LinearFormat.Write([1, -2, 3.5f, 0], bias: -7));
        Assert.Equal([1, -2, 3.5f, 0], weights);
        Assert.Equal(-7, bias);
    }

    [Fact]
    public void LinearFormat_AnyBytes_AreTakenOnlyAsFiveFiniteNumbers() => Gen.Byte.Array[0, 40].Sample(
        bytes => Format.Problem(bytes) is null == (bytes.Length == 20 && Enumerable.Range(0, 5).All(i => float.IsFinite(BitConverter.ToSingle(bytes, i * 4)))),
        iter: 5_000);

    [Fact]
    public void LinearFormat_BadNumber_IsNamed()
    {
        Assert.Equal("number 4 is not finite", Format.Problem(LinearFormat.Write([1, 2, 3, 4], float.NaN).Bytes));
        Assert.Equal("they have 3 bytes instead of 20", Format.Problem(new byte[3]));
    }

    [Fact]
    public void LinearLearner_OneStepFromGoodWeights_ScoresBetterThanOneStepFromNone()
    {
        var trained = Learner(steps: 100).ProposeWeights(Learner(1).InitialWeights(Flowers.Round(0)), Flowers.Round());
        var once = Learner(steps: 1);

        var fromGood = once.TestWeights(once.ProposeWeights(trained, Flowers.Round()), Flowers.Round());
        var fromNone = once.TestWeights(once.ProposeWeights(once.InitialWeights(Flowers.Round(0)), Flowers.Round()), Flowers.Round());

        Assert.InRange(fromGood.Vote, 0.9, 1);
        Assert.InRange(fromNone.Vote, 0, 0.8);
        Assert.InRange(fromGood.Loss!.Value, 0, fromNone.Loss!.Value / 2);
    }

    [Fact]
    public void LinearLearner_EqualWeights_ProposesTheSameBytes()
    {
        var initial = Learner(5).InitialWeights(Flowers.Round(0));
        Assert.Equal(Learner(5).ProposeWeights(initial, Flowers.Round()).Hash, Learner(5).ProposeWeights(initial, Flowers.Round()).Hash);
    }

    [Fact]
    public void LinearLearner_HugeWeights_ScoresFinitely()
    {
        var scores = Learner(1).TestWeights(LinearFormat.Write([float.MaxValue, 0, 0, 0], float.MinValue), Flowers.Round());
        Assert.True(double.IsFinite(scores.Vote) && double.IsFinite(scores.Loss!.Value));
    }

    private static LinearLearner Learner(int steps) => new(Flowers.Rows, Flowers.Learner, Flowers.Settings(("Steps", $"{steps}")));
}
