using CoLearn.CodeFixes.Runs;
using CoLearn.Generators.Runs;

namespace CoLearn.CodeFixes;

public class LossFitTests
{
    [Theory]
    [InlineData("[Linear(2)]\n[NLLLoss, Adam]", "Put [LogSoftmax] at the end", "[Linear(2), LogSoftmax]\n[NLLLoss, Adam]")]
    [InlineData("[Linear(2)]\n[NLLLoss, Adam]", "Use [CrossEntropyLoss]", "[Linear(2)]\n[CrossEntropyLoss, Adam]")]
    [InlineData("[Linear(2), LogSoftmax]\n[CrossEntropyLoss, Adam]", "Use [NLLLoss]", "[Linear(2), LogSoftmax]\n[NLLLoss, Adam]")]
    [InlineData("[Linear(2), LogSoftmax]\n[CrossEntropyLoss, Adam]", "Remove [LogSoftmax]", "[Linear(2)]\n[CrossEntropyLoss, Adam]")]
    [InlineData("[Linear(2), Softmax, Flatten]\n[CrossEntropyLoss, Adam]", "Remove [Softmax]", "[Linear(2), Flatten]\n[CrossEntropyLoss, Adam]")]
    [InlineData("[Linear(2)]\n[Softmax]\n[CrossEntropyLoss, Adam]", "Remove [Softmax]", "[Linear(2)]\n[CrossEntropyLoss, Adam]")]
    [InlineData("[Linear(2), Softmax]\n[NLLLoss, Adam]", "Use [LogSoftmax]", "[Linear(2), LogSoftmax]\n[NLLLoss, Adam]")]
    [InlineData("[Linear(2), Softmax(Name = \"end\")]\n[KLDivLoss, Adam]", "Use [LogSoftmax]", "[Linear(2), LogSoftmax(Name = \"end\")]\n[KLDivLoss, Adam]")]
    [InlineData("[Linear(2)]\n[KLDivLoss, Adam]", "Put [LogSoftmax] at the end", "[Linear(2), LogSoftmax]\n[KLDivLoss, Adam]")]
    [InlineData("[Linear(2), Sigmoid]\n[BCEWithLogitsLoss, Adam]", "Remove [Sigmoid]", "[Linear(2)]\n[BCEWithLogitsLoss, Adam]")]
    [InlineData("[Linear(2), Sigmoid]\n[BCEWithLogitsLoss, Adam]", "Use [BCELoss]", "[Linear(2), Sigmoid]\n[BCELoss, Adam]")]
    [InlineData("[Linear(2), LogSigmoid]\n[BCELoss, Adam]", "Use [Sigmoid]", "[Linear(2), Sigmoid]\n[BCELoss, Adam]")]
    [InlineData("[Linear(2)]\n[BCELoss, Adam]", "Put [Sigmoid] at the end", "[Linear(2), Sigmoid]\n[BCELoss, Adam]")]
    [InlineData("[Linear(2)]\n[BCELoss, Adam]", "Use [BCEWithLogitsLoss]", "[Linear(2)]\n[BCEWithLogitsLoss, Adam]")]
    public Task Activation_AtOddsWithTheLoss_FitsAfterwards(string broken, string title, string whole) =>
        Fixed.WholeAsync("COLEARN027", title, "[Input(4)]\n" + broken, "[Input(4)]\n" + whole);

    [Theory]
    [InlineData("[Linear(2), LogSoftmax]\n[CrossEntropyLoss, Adam]", "Remove [LogSoftmax]", "Use [NLLLoss]")]
    [InlineData("[Linear(2), Softmax]\n[NLLLoss, Adam]", "Use [LogSoftmax]")]
    [InlineData("[Linear(2), Sigmoid]\n[BCEWithLogitsLoss, Adam]", "Remove [Sigmoid]", "Use [BCELoss]")]
    public async Task Activation_AtOddsWithTheLoss_IsOfferedNoWorse(string broken, params string[] titles) => Assert.Equal(
        titles, await FixRun.Of(Source.Model("[Input(4)]\n" + broken)).TitlesAsync("COLEARN027"));

    // Without it there would be no layer left.
    [Fact]
    public Task Softmax_ThatIsTheOnlyLayer_IsNotRemoved() =>
        Fixed.NotOfferedAsync("COLEARN027", "[Input(4)]\n[Softmax]\n[CrossEntropyLoss, Adam]");

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
