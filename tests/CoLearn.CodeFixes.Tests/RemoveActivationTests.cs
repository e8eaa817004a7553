using CoLearn.CodeFixes.Runs;

namespace CoLearn.CodeFixes;

public class RemoveActivationTests
{
    [Theory]
    [InlineData("[Linear(2), ReLU]\n[CrossEntropyLoss, Adam]", "ReLU", "[Linear(2)]\n[CrossEntropyLoss, Adam]")]
    [InlineData("[Linear(2)]\n[Hardtanh(Maximum = 4), Flatten]\n[BCEWithLogitsLoss, Adam]", "Hardtanh", "[Linear(2)]\n[Flatten]\n[BCEWithLogitsLoss, Adam]")]
    public Task Activation_ThatLimitsTheScores_IsRemoved(string broken, string name, string whole) =>
        Fixed.WholeAsync("COLEARN052", $"Remove [{name}]", "[Input(4)]\n" + broken, "[Input(4)]\n" + whole);

    [Fact]
    public Task Activation_BehindItsLike_IsRemoved() => Fixed.WholeAsync(
        "COLEARN055",
        "Remove [ReLU]",
        "[Input(4)]\n[Linear(3), ReLU, ReLU, Linear(2)]\n[CrossEntropyLoss, Adam]",
        "[Input(4)]\n[Linear(3), ReLU, Linear(2)]\n[CrossEntropyLoss, Adam]");

    // The first is the one too many, which the loss does not say.
    [Fact]
    public Task LogSoftmax_ThatTheLossNeeds_IsNotRemoved() =>
        Fixed.NotOfferedAsync("COLEARN055", "[Input(4)]\n[Linear(2), Softmax, LogSoftmax]\n[NLLLoss, Adam]");
}
