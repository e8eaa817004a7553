using CoLearn.CodeFixes.Runs;

namespace CoLearn.CodeFixes;

public class RemoveSecondTests
{
    private const string Layers = "[Input(4)]\n[Linear(2)]\n";

    [Theory]
    [InlineData("COLEARN015", "MSELoss", "[CrossEntropyLoss, MSELoss, Adam]", "[CrossEntropyLoss, Adam]")]
    [InlineData("COLEARN015", "MSELoss", "[CrossEntropyLoss]\n[MSELoss]\n[Adam]", "[CrossEntropyLoss]\n[Adam]")]
    [InlineData("COLEARN015", "MSELoss", "[CrossEntropyLoss]\n[MSELoss, Adam]", "[CrossEntropyLoss]\n[Adam]")]
    [InlineData("COLEARN015", "MSELoss", "[CrossEntropyLoss] [MSELoss] [Adam]", "[CrossEntropyLoss] [Adam]")]
    [InlineData("COLEARN017", "SGD", "[CrossEntropyLoss, Adam] [SGD(Momentum = 0.9)]", "[CrossEntropyLoss, Adam]")]
    [InlineData("COLEARN017", "SGD", "[CrossEntropyLoss,\n    Adam,\n    SGD]", "[CrossEntropyLoss,\n    Adam]")]
    [InlineData(
        "COLEARN023",
        "Voting<Balanced>",
        "[CrossEntropyLoss, Adam]\n[Voting(Criterion.Loss), Voting<Balanced>]",
        "[CrossEntropyLoss, Adam]\n[Voting(Criterion.Loss)]")]
    public Task Second_OfWhatIsAlone_IsRemoved(string id, string name, string broken, string whole) =>
        Fixed.WholeAsync(id, $"Remove [{name}]", Layers + broken, Layers + whole);
}
