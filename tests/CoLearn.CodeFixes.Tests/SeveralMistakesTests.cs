using CoLearn.CodeFixes.Runs;
using CoLearn.Generators.Runs;

namespace CoLearn.CodeFixes;

// A class with several mistakes, each corrected wherever it is, one after the other, as `dotnet format analyzers` does.
public class SeveralMistakesTests
{
    private const string Attributes = "[Learner(\"model\", Data = typeof(Digits))]\n[Input(4, 2)]\n[Linear(2)]\n[CrossEntropyLoss, Adam]\n";
    private const string Partial = "Make Model partial";
    private const string Flat = "Put [Flatten] before [Linear]";

    [Theory]
    [InlineData("COLEARN001", Partial, "COLEARN011", Flat)]
    [InlineData("COLEARN011", Flat, "COLEARN001", Partial)]
    public async Task Mistakes_OfOneClass_AreCorrectedInEitherOrder(string first, string firstTitle, string second, string secondTitle)
    {
        var run = FixRun.Of(Source.Class(Attributes + "public class Model;"));

        var after = await (await run.AppliedToAllAsync(first, firstTitle)).AppliedToAllAsync(second, secondTitle);

        Assert.Equal(
            Source.Class(Attributes.Replace("[Linear", "[Flatten, Linear", StringComparison.Ordinal) + "public partial class Model;"),
            await after.TextAsync());
        Assert.Empty(await after.MistakesAsync());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Layers_ThatDoNotFit_AreCorrectedWhicheverIsLookedAtFirst(int place)
    {
        static string Three(string norm, string linear) => Source.Class(string.Join("\n\n", new[]
        {
            ("first", "[Input(12)]\n[Conv2d(8, 3), Flatten]"),
            ("second", $"[Input(4, 2, 2)]\n[{norm}, Flatten]"),
            ("third", $"[Input(4, 2)]\n[{linear}]"),
        }.Select(model =>
            $"[Learner(\"{model.Item1}\", Data = typeof(Digits))]\n{model.Item2}\n[CrossEntropyLoss, Adam]\npublic partial class {model.Item1};")));

        var after = await FixRun.Of(Three("BatchNorm1d", "Linear(2)")).FormattedAsync("COLEARN011", place);

        Assert.Equal(Three("BatchNorm2d", "Flatten, Linear(2)"), await after.TextAsync());
        // A flat input cannot be made a picture.
        Assert.Single(await after.MistakesAsync());
    }
}
