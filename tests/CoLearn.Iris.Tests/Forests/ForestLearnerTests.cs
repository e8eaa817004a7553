namespace CoLearn.Examples.Iris.Forests;

public sealed class ForestLearnerTests
{
    private static readonly ForestLearner Learner = new(Flowers.Rows, Flowers.Learner, Flowers.Settings());

    [Fact]
    public void ForestLearner_BeforeAnyTree_FindsAllSpeciesEquallyLikely()
    {
        var initial = Learner.InitialWeights(Flowers.Round(0));

        Assert.Empty(ForestFormat.Read(initial).Trees);
        Assert.Equal(Math.Log(3), Learner.TestWeights(initial, Flowers.Round(criterion: "loss")).Vote, 12);
    }

    [Fact]
    public void ForestLearner_Proposing_AddsTreesToTheAcceptedForest()
    {
        var first = Propose(new(Flowers.Rows, Flowers.Learner, Flowers.Settings(("Trees", "2"))), Learner.InitialWeights(Flowers.Round(0)));
        var second = Propose(Learner, first);

        Assert.Equal((2, 7), (ForestFormat.Read(first).Trees.Count, ForestFormat.Read(second).Trees.Count));
        Assert.Equal(ForestFormat.Read(first).Trees.SelectMany(tree => tree), ForestFormat.Read(second).Trees.Take(2).SelectMany(tree => tree));
    }

    [Fact]
    public void ForestLearner_EqualSeeds_ProposesTheSameBytes()
    {
        var initial = Learner.InitialWeights(Flowers.Round(0));

        Assert.Equal(Propose(Learner, initial).Hash, Propose(new(Flowers.Rows, Flowers.Learner, Flowers.Settings()), initial).Hash);
        Assert.NotEqual(Propose(Learner, initial).Hash, Learner.ProposeWeights(initial, Flowers.Round(2)).Hash);
    }

    [Fact]
    public void ForestLearner_ManyTrees_KnowsFlowersThatItHasNotSeen()
    {
        var many = new ForestLearner(Flowers.Rows, Flowers.Learner, Flowers.Settings(("Trees", "100")));

        var scores = many.TestWeights(Propose(many, many.InitialWeights(Flowers.Round(0))), Flowers.Round());

        Assert.InRange(scores.Test!.Value, 0.9, 1);
        Assert.InRange(scores.Loss!.Value, 0, 0.4);
    }

    [Fact]
    public void TreeGrower_FlowersThatMeasureAlike_GivesALeafOfTheMostCommonSpecies()
    {
        var grower = new TreeGrower([new([1, 1, 1, 1], 2)], new(1));
        Assert.Equal([new(null, 0, 0, 2)], grower.Grow());

        var twins = new TreeGrower([new([1, 1, 1, 1], 0), new([1, 1, 1, 1], 1)], new(1));
        Assert.Single(twins.Grow());
    }

    [Fact]
    public void ForestLearner_UnknownCriterion_SaysWhichThereAre()
    {
        var error = Assert.Throws<InvalidOperationException>(() => Learner.TestWeights(Learner.InitialWeights(Flowers.Round(0)), Flowers.Round(criterion: "beauty")));
        Assert.Equal("The criterion 'beauty' is not known here; use 'accuracy' or 'loss'.", error.Message);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("many")]
    public void ForestLearner_SettingThatCannotWork_SaysWhatWould(string trees)
    {
        var error = Assert.Throws<LearnerDataException>(() => new ForestLearner(Flowers.Rows, Flowers.Learner, Flowers.Settings(("Trees", trees))));
        Assert.Equal($"The setting 'Trees' of learner 'ann' is '{trees}'; choose a whole number from 1 to 1000.", error.Message);
    }

    private static Weights Propose(ForestLearner learner, Weights accepted) => learner.ProposeWeights(accepted, Flowers.Round());
}
