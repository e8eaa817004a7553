using CoLearn.Data;
using static TorchSharp.torch;

namespace CoLearn.Training;

/// <summary>What a learner says of its data when it starts.</summary>
public sealed class LearnerDataTests
{
    [Fact]
    public void Learner_GoodData_SummarisesIt()
    {
        using var learner = Samples.Tiny();

        Assert.Equal((65, 60, 40), (learner.Data.TrainExamples, learner.Data.VoteExamples, learner.Data.TestExamples!.Value));
        Assert.Matches("^[0-9a-f]{64}$", learner.Data.VoteSetHash);
        Assert.Empty(learner.Data.Warnings);
    }

    [Fact]
    public void Learner_SameVoteSet_HasTheSameHash()
    {
        using var one = Samples.Tiny();
        using var same = Samples.Tiny(sets: Samples.Sets(train: 30, test: 0));
        using var other = Samples.Tiny(sets: new(Samples.Examples(65, 1), Samples.Examples(60, 4)));
        using var scaled = Samples.Tiny(sets: new(Samples.Examples(65, 1), Scaled(Samples.Examples(60, 2))));

        Assert.Equal(one.Data.VoteSetHash, same.Data.VoteSetHash);
        Assert.NotEqual(one.Data.VoteSetHash, other.Data.VoteSetHash);
        Assert.NotEqual(one.Data.VoteSetHash, scaled.Data.VoteSetHash);
    }

    [Fact]
    public void Learner_VoteExamples_AreCutOnceBySeed()
    {
        using var all = Samples.Tiny();
        using var one = Samples.Tiny(learner: Samples.Learner(voteExamples: 55));
        using var two = Samples.Tiny(learner: Samples.Learner(voteExamples: 55));
        using var other = Samples.Tiny(learner: Samples.Learner(voteExamples: 55, seed: 8));

        Assert.Equal(55, one.Data.VoteExamples);
        Assert.Equal(one.Data.VoteSetHash, two.Data.VoteSetHash);
        Assert.NotEqual(one.Data.VoteSetHash, other.Data.VoteSetHash);
        Assert.NotEqual(one.Data.VoteSetHash, all.Data.VoteSetHash);
    }

    [Fact]
    public void Learner_MoreVoteExamplesThanThereAre_NamesBothNumbers() => Assert.Equal(
        "The vote set of learner 'a' has 60 examples, but the rule asks for 61.",
        Assert.Throws<LearnerDataException>(() => Samples.Tiny(learner: Samples.Learner(voteExamples: 61))).Message);

    [Theory]
    [InlineData(0, 60, "The train set of learner 'a' is empty.")]
    [InlineData(10, 0, "The vote set of learner 'a' is empty.")]
    public void Learner_EmptySet_IsRefused(int train, int vote, string message) =>
        Assert.Equal(message, Assert.Throws<LearnerDataException>(() => Samples.Tiny(sets: Samples.Sets(train, vote))).Message);

    [Fact]
    public void Learner_FeaturesOfAnotherShape_SaysWhichAndWhichWouldDo() =>
        Refused(ones(60, 2, 2), Classes(60), "has features of shape (2, 2), but the model 'tiny' takes (4)");

    [Fact]
    public void Learner_TargetsOfAnotherLength_SaysBoth() =>
        Refused(ones(60, 4), Classes(59), "has features for 60 examples, but targets for 59");

    [Fact]
    public void Learner_FeaturesNotFinite_IsRefused() =>
        Refused(ones(60, 4).index_fill_(0, tensor(new long[] { 59 }), double.NaN), Classes(60), "has features that are not finite");

    [Fact]
    public void Learner_FeaturesOfAnotherType_IsRefused() =>
        Refused(ones(60, 4, dtype: ScalarType.Bool), Classes(60), "has features of type Bool, but they must be Byte, Float32, Float64 or Int64");

    [Theory]
    [InlineData(3)]
    [InlineData(-1)]
    public void Learner_ClassOutOfRange_NamesIt(int number) =>
        Refused(ones(60, 4), Classes(60).fill_(number), $"holds the class {number}, but the model 'tiny' knows the classes 0 to 2");

    [Fact]
    public void Learner_NumbersWhereClassesBelong_IsRefused() =>
        Refused(ones(60, 4), ones(60), "has targets of type Float32 and shape (60), but CrossEntropy needs classes of type Int64 and shape (n)");

    [Fact]
    public void Learner_ClassesWhereNumbersBelong_IsRefused() =>
        Refused(ones(60, 4), Classes(60), "has targets of type Int64, but MeanSquaredError needs Float32 or Float64", LossKind.MeanSquaredError);

    [Fact]
    public void Learner_TargetsOfAnotherWidth_IsRefused() =>
        Refused(ones(60, 4), ones(60, 1), "has targets of shape (1), but the model 'tiny' gives (3)", LossKind.MeanSquaredError);

    [Fact]
    public void Learner_TargetsNotFinite_IsRefused() =>
        Refused(ones(60, 4), full(60, 3, double.PositiveInfinity), "has targets that are not finite", LossKind.MeanSquaredError);

    [Fact]
    public void Learner_BinaryTargetsOutsideZeroToOne_IsRefused() => Refused(
        ones(60, 4), full(60, 3, 2.0), "has targets outside 0 to 1, which BinaryCrossEntropyWithLogits needs", LossKind.BinaryCrossEntropyWithLogits);

    [Fact]
    public void Learner_BadTestSet_IsRefusedByName() => Assert.StartsWith(
        "The test set of learner 'a' holds the class 3",
        Assert.Throws<LearnerDataException>(() =>
            Samples.Tiny(sets: Samples.Sets() with { Test = new ExampleSet(ones(60, 4), Classes(60).fill_(3)) })).Message);

    [Fact]
    public void Learner_ScoreUndefinedOnTheVoteSet_IsRefused()
    {
        var declaration = Samples.Declaration() with { Score = new BalancedAccuracy() };
        using var works = Samples.Tiny(declaration);

        var exception = Assert.Throws<LearnerDataException>(() =>
            Samples.Tiny(declaration, sets: new(Samples.Examples(65, 1), new ExampleSet(ones(60, 4), Classes(60)))));

        Assert.StartsWith("The vote set of learner 'a' leaves the score 'balanced-accuracy' undefined", exception.Message);
    }

    [Fact]
    public void TestWeights_OwnScore_IsTheVote()
    {
        using var slot = new TestSlot();
        using var learner = Samples.Tiny(Samples.Declaration() with { Score = new BalancedAccuracy() });

        var scores = learner.TestWeights(
            learner.InitialWeights(Samples.Round(slot)), Samples.Round(slot, rule: new CollectiveRule { Criterion = "balanced-accuracy" }));

        Assert.InRange(scores.Vote, 0, 1);
        Assert.InRange(scores.Test!.Value, 0, 1);
    }

    [Fact]
    public void Learner_FewVoteExamples_Warns()
    {
        using var learner = Samples.Tiny(sets: Samples.Sets(vote: 49));

        Assert.Equal("The vote set of learner 'a' has only 49 examples; with fewer than 50, votes depend much on chance.", Assert.Single(learner.Data.Warnings));
    }

    [Fact]
    public void Learner_OneLargeClassUnderAccuracy_Warns()
    {
        using var accuracy = Samples.Tiny(sets: Lopsided());
        using var loss = Samples.Tiny(Samples.Declaration() with { Rule = new CollectiveRule { Criterion = "loss", Minimise = true } }, sets: Lopsided());

        Assert.Contains("85 % of the examples are of class 2", Assert.Single(accuracy.Data.Warnings));
        Assert.Empty(loss.Data.Warnings);
    }

    private static LearnerSets Lopsided()
    {
        var classes = Classes(60);
        classes.narrow(0, 0, 51).fill_(2);
        return new LearnerSets(Samples.Examples(65, 1), new ExampleSet(ones(60, 4), classes));
    }

    private static ExampleSet Scaled(ExampleSet set) => new(set.Features, set.Targets, 0.5);

    private static Tensor Classes(int count) => zeros([count], ScalarType.Int64);

    private static void Refused(Tensor features, Tensor targets, string problem, LossKind loss = LossKind.CrossEntropy)
    {
        var train = loss == LossKind.CrossEntropy ? Samples.Examples(65, 1) : new ExampleSet(ones(65, 4), ones(65, 3));

        var exception = Assert.Throws<LearnerDataException>(() =>
            Samples.Tiny(Samples.Declaration(loss), sets: new(train, new ExampleSet(features, targets))));

        Assert.Equal($"The vote set of learner 'a' {problem}.", exception.Message);
    }
}
