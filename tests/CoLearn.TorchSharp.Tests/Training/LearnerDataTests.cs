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
    public void Learner_ProbableTargetsOutsideZeroToOne_IsRefused() => Refused(
        ones(60, 4), full(60, 3, 2.0), "has targets outside 0 to 1, which BinaryCrossEntropy needs", LossKind.BinaryCrossEntropy);

    [Fact]
    public void Learner_TargetsThatAreNoDistribution_NamesTheExample() => Refused(
        ones(60, 4),
        full(60, 3, 1.0 / 3).index_fill_(0, tensor(new long[] { 58 }), 0.3),
        "has targets that add up to 0.9 for the example 58, counted from 0, but KullbackLeiblerDivergence needs probabilities, which add up to 1",
        LossKind.KullbackLeiblerDivergence);

    [Theory]
    [InlineData(5)]
    [InlineData(-1)]
    public void Learner_TokenOutOfRange_NamesIt(int token) => RefusedTokens(
        full([60, 4], token, ScalarType.Int64), $"holds the token {token}, but the model 'tiny' knows the tokens 0 to 4");

    [Fact]
    public void Learner_NumbersWhereTokensBelong_IsRefused() => RefusedTokens(
        ones(60, 4), "has features of type Float32, but the model 'tiny' begins with an embedding, which takes tokens of type Int64");

    [Fact]
    public void Learner_TokensWhereNumbersBelong_IsRefused() => Assert.Equal(
        "The train set of learner 'a' has features of type Int64, but the model 'tiny' takes numbers of type Byte, Float32 or Float64, since it does not begin with an embedding.",
        Assert.Throws<LearnerDataException>(() => Samples.Tiny(
            Samples.Declaration() with { Layers = [new LayerSummary("fc1", "Linear", [3], 15)] },
            sets: new(Tokens(65, 4), Tokens(60, 4)))).Message);

    [Fact]
    public void Learner_TokensForAModuleOfOnesOwn_AreTaken()
    {
        using var learner = Samples.Tiny(sets: new(Tokens(65, 4), Tokens(60, 4)));

        Assert.Equal(65, learner.Data.TrainExamples);
    }

    [Theory]
    [InlineData(LossKind.BinaryCrossEntropy)]
    [InlineData(LossKind.KullbackLeiblerDivergence)]
    public void Learner_OwnScoreOfProbabilities_IsTriedOnWhatTheLossTakes(LossKind loss)
    {
        var score = new Extremes();
        using var learner = Samples.Tiny(Samples.Declaration(loss) with { Score = score }, sets: new(Distributions(65), Distributions(60)));

        Assert.Equal(loss == LossKind.BinaryCrossEntropy ? (0, 1) : (Math.Round(Math.Log(1e-4), 3), 0), score.Seen);
    }

    [Fact]
    public void Learner_OneLikelyClassUnderAccuracy_Warns()
    {
        using var learner = Samples.Tiny(
            Samples.Declaration(LossKind.KullbackLeiblerDivergence), sets: new(Distributions(65), Distributions(60)));

        Assert.Contains("100 % of the examples are of class 1", Assert.Single(learner.Data.Warnings));
    }

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

    private static ExampleSet Tokens(int count, int largest) => new(full([count, 4], largest, ScalarType.Int64), Classes(count));

    private static ExampleSet Distributions(int count) =>
        new(ones(count, 4), tensor(new[] { 0f, 1f, 0f }).expand(count, 3).clone());

    private static void RefusedTokens(Tensor features, string problem)
    {
        var exception = Assert.Throws<LearnerDataException>(() => Samples.Tiny(
            Samples.Declaration() with { Tokens = 5, Layers = [new("embedding1", "Embedding", [4, 2], 10), new("fc1", "Linear", [3], 27)] }, sets: new(Tokens(65, 4), new ExampleSet(features, Classes(60)))));

        Assert.Equal($"The vote set of learner 'a' {problem}.", exception.Message);
    }

    // The least and the greatest output that it was first asked to score.
    private sealed class Extremes : ITensorScore
    {
        public string Name => "extremes";

        public bool Minimise => false;

        public (double Least, double Greatest) Seen { get; private set; }

        public double Score(Tensor output, Tensor target)
        {
            using var least = output.min();
            using var greatest = output.max();
            Seen = (Math.Round(least.item<float>(), 3), Math.Round(greatest.item<float>(), 3));
            return 1;
        }
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
        var train = loss == LossKind.CrossEntropy ? Samples.Examples(65, 1) : Distributions(65);

        var exception = Assert.Throws<LearnerDataException>(() =>
            Samples.Tiny(Samples.Declaration(loss), sets: new(train, new ExampleSet(features, targets))));

        Assert.Equal($"The vote set of learner 'a' {problem}.", exception.Message);
    }
}
