using CoLearn.CodeFixes.Runs;
using CoLearn.Generators.Runs;

namespace CoLearn.CodeFixes;

public class AddLossTests
{
    [Theory]
    [InlineData("[Linear(2)]\n[Adam]", "CrossEntropyLoss", "[Linear(2)]\n[CrossEntropyLoss, Adam]")]
    [InlineData("[Linear(2), LogSoftmax]\n[Adam]", "NLLLoss", "[Linear(2), LogSoftmax]\n[NLLLoss, Adam]")]
    [InlineData("[Linear(1)]\n[Adam]", "BCEWithLogitsLoss", "[Linear(1)]\n[BCEWithLogitsLoss, Adam]")]
    [InlineData("[Linear(2)]\n[CoLearn.Adam]", "CrossEntropyLoss", "[Linear(2)]\n[CoLearn.CrossEntropyLoss, CoLearn.Adam]")]
    public Task Model_WithoutALoss_GetsTheOneThatFitsItsLastLayer(string broken, string loss, string whole) =>
        Fixed.WholeAsync("COLEARN014", $"Add [{loss}]", "[Input(4)]\n" + broken, "[Input(4)]\n" + whole);

    [Fact]
    public async Task Model_WithNeitherLossNorOptimizer_GetsThemInTheirOrder()
    {
        var run = FixRun.Of(Source.Model("[Input(4)]\n[Linear(2)] // classes\n[Training(BatchSize = 8)]"));

        var lossFirst = await (await run.AppliedAsync("COLEARN014", "Add [CrossEntropyLoss]")).AppliedAsync("COLEARN016", "Add [Adam]");
        var optimizerFirst = await (await run.AppliedAsync("COLEARN016", "Add [Adam]")).AppliedAsync("COLEARN014", "Add [CrossEntropyLoss]");

        var whole = Source.Model("[Input(4)]\n[Linear(2)] // classes\n[CrossEntropyLoss, Adam]\n[Training(BatchSize = 8)]");
        Assert.Equal(whole, await lossFirst.TextAsync());
        Assert.Equal(whole, await optimizerFirst.TextAsync());
        Assert.Empty(await lossFirst.MistakesAsync());
    }

    [Theory]
    [InlineData("    [Linear(2)]\n    public partial class Model;", "    [Linear(2)]\n    [Adam]\n    public partial class Model;")]
    [InlineData("    [Linear(2)] public partial class Model;", "    [Linear(2)] [Adam] public partial class Model;")]
    [InlineData(
        "    [Linear(2), Training(Epochs = 2)] public partial class Model;",
        "    [Linear(2), Adam, Training(Epochs = 2)] public partial class Model;")]
    [InlineData("    [Linear(2)]\r\n    public partial class Model;", "    [Linear(2)]\r\n    [Adam]\r\n    public partial class Model;")]
    public async Task Attribute_BelowTheLayers_StandsAsTheyStand(string broken, string whole)
    {
        const string start = "using CoLearn;\n\nnamespace Example\n{\n    [Learner(\"model\", Data = typeof(Digits))]\n    [Input(4)]\n";

        var after = await FixRun.Of(start + broken + "\n}").AppliedAsync("COLEARN016", "Add [Adam]");

        Assert.Equal(start + whole + "\n}", await after.TextAsync());
    }

    [Fact]
    public Task Model_WithoutAnOptimizer_GetsAdamAfterTheLoss() => Fixed.WholeAsync(
        "COLEARN016", "Add [Adam]", "[Input(4)]\n[Linear(2)]\n[CrossEntropyLoss]", "[Input(4)]\n[Linear(2)]\n[CrossEntropyLoss, Adam]");
}
