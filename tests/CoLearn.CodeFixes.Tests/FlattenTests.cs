using CoLearn.CodeFixes.Runs;
using CoLearn.Generators.Runs;

namespace CoLearn.CodeFixes;

public class FlattenTests
{
    private const string End = "\n[CrossEntropyLoss, Adam]";

    [Theory]
    [InlineData("[Input(128, 7, 7)]\n[Linear(10)]", "[Input(128, 7, 7)]\n[Flatten, Linear(10)]")]
    [InlineData("[Input(1, 4, 4)]\n[Conv2d(2, 3), ReLU, Linear(10)]", "[Input(1, 4, 4)]\n[Conv2d(2, 3), ReLU, Flatten, Linear(10)]")]
    [InlineData(
        "[Input(1, 4, 4)]\n[\n    Conv2d(2, 3),\n    Linear(10), // classes\n]",
        "[Input(1, 4, 4)]\n[\n    Conv2d(2, 3),\n    Flatten, Linear(10), // classes\n]")]
    [InlineData("[Input(4, 2)]\n[CoLearn.Linear(10)]", "[Input(4, 2)]\n[CoLearn.Flatten, CoLearn.Linear(10)]")]
    public Task Linear_OnAPicture_GetsFlattenBeforeIt(string broken, string whole) =>
        Fixed.WholeAsync("COLEARN011", "Put [Flatten] before [Linear]", broken + End, whole + End);

    [Fact]
    public Task LogSoftmax_OnAPicture_GetsFlattenBeforeIt() => Fixed.WholeAsync(
        "COLEARN011",
        "Put [Flatten] before [LogSoftmax]",
        "[Input(4, 2)]\n[ReLU, LogSoftmax]\n[NLLLoss, Adam]",
        "[Input(4, 2)]\n[ReLU, Flatten, LogSoftmax]\n[NLLLoss, Adam]");

    [Fact]
    public async Task Models_ThatLackFlatten_GetItTogether()
    {
        static string Two(string layers) => Source.Class(string.Join("\n\n", new[] { "First", "Second" }.Select(name =>
            $"[Learner(\"{name.ToLowerInvariant()}\", Data = typeof(Digits))]\n[Input(4, 2)]\n{layers}{End}\npublic partial class {name};")));

        var after = await FixRun.Of(Two("[Linear(2)]")).AppliedToAllAsync("COLEARN011", "Put [Flatten] before [Linear]");

        Assert.Equal(Two("[Flatten, Linear(2)]"), await after.TextAsync());
    }

    [Theory]
    [InlineData("[Input(12)]\n[Conv2d(8, 3), Flatten]")]
    [InlineData("[Input(3, 2, 9)]\n[Conv2d(4, 5), Flatten]")]
    [InlineData("[Input(4, 2)]\n[MaxPool2d(2), Flatten]")]
    public Task Layer_ThatNeedsAPicture_IsOfferedNothing(string layers) => Fixed.NotOfferedAsync("COLEARN011", layers + End);

    [Theory]
    [InlineData("[Input(4, 2, 2)]\n[BatchNorm1d, Flatten]", "BatchNorm2d", "[Input(4, 2, 2)]\n[BatchNorm2d, Flatten]")]
    [InlineData("[Input(4)]\n[BatchNorm2d(Momentum = 0.2)]", "BatchNorm1d", "[Input(4)]\n[BatchNorm1d(Momentum = 0.2)]")]
    public Task BatchNorm_OfOtherDimensions_IsRenamed(string broken, string name, string whole) =>
        Fixed.WholeAsync("COLEARN011", $"Use [{name}]", broken + End, whole + End);

    [Theory]
    [InlineData("CrossEntropyLoss")]
    [InlineData("MSELoss")]
    public Task Loss_OfAPicture_GetsFlattenAtTheEnd(string loss) => Fixed.WholeAsync(
        "COLEARN026",
        "Put [Flatten] at the end",
        $"[Input(1, 2, 2)]\n[LeakyReLU]\n[{loss}, Adam]",
        $"[Input(1, 2, 2)]\n[LeakyReLU, Flatten]\n[{loss}, Adam]");

    [Fact]
    public Task Loss_OfASingleOutput_IsOfferedNothing() =>
        Fixed.NotOfferedAsync("COLEARN026", "[Input(4)]\n[Linear(1)]\n[CrossEntropyLoss, Adam]");
}
