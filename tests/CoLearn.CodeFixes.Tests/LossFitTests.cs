using CoLearn.CodeFixes.Runs;
using CoLearn.Generators.Runs;

namespace CoLearn.CodeFixes;

public class LossFitTests
{
    [Theory]
    [InlineData("[Linear(2)]\n[NLLLoss, Adam]", "Put [LogSoftmax] at the end", "[Linear(2), LogSoftmax]\n[NLLLoss, Adam]")]
    [InlineData("[Linear(2)]\n[NLLLoss, Adam]", "Use [CrossEntropyLoss]", "[Linear(2)]\n[CrossEntropyLoss, Adam]")]
    [InlineData("[Linear(2), LogSoftmax]\n[CrossEntropyLoss, Adam]", "Use [NLLLoss]", "[Linear(2), LogSoftmax]\n[NLLLoss, Adam]")]
    public Task LogSoftmax_AtOddsWithTheLoss_FitsAfterwards(string broken, string title, string whole) =>
        Fixed.WholeAsync("COLEARN027", title, "[Input(4)]\n" + broken, "[Input(4)]\n" + whole);

    [Fact]
    public async Task CrossEntropy_AfterLogSoftmax_IsNotOfferedAnother() => Assert.Equal(
        ["Use [NLLLoss]"],
        await FixRun.Of(Source.Model("[Input(4)]\n[Linear(2), LogSoftmax]\n[CrossEntropyLoss, Adam]")).TitlesAsync("COLEARN027"));

    [Theory]
    [InlineData("Voting(Criterion.Accuracy, Threshold = 0.6)", "Voting(Criterion.Loss, Threshold = 0.6)")]
    [InlineData("Voting(criterion: CoLearn.Criterion.Accuracy)", "Voting(criterion: CoLearn.Criterion.Loss)")]
    public Task Accuracy_OfNumbers_BecomesLoss(string broken, string whole) => Fixed.WholeAsync(
        "COLEARN028",
        "Vote by Criterion.Loss",
        $"[Input(4)]\n[Linear(2)]\n[MSELoss, Adam]\n[{broken}]",
        $"[Input(4)]\n[Linear(2)]\n[MSELoss, Adam]\n[{whole}]");

    [Fact]
    public Task Accuracy_WrittenAsANumber_IsOfferedNothing() =>
        Fixed.NotOfferedAsync("COLEARN028", "[Input(4)]\n[Linear(2)]\n[MSELoss, Adam]\n[Voting((Criterion)0)]");
}
