using CoLearn.CodeFixes.Runs;
using CoLearn.Generators.Runs;

namespace CoLearn.CodeFixes;

public class MakePartialTests
{
    private const string Attributes = "[Learner(\"model\", Data = typeof(Digits))]\n[Input(4)]\n[Linear(2)]\n[CrossEntropyLoss, Adam]\n";

    [Theory]
    [InlineData("public class Model;", "public partial class Model;")]
    [InlineData("internal sealed class Model { }", "internal sealed partial class Model { }")]
    [InlineData("class Model;", "partial class Model;")]
    public Task Model_ThatIsNotPartial_BecomesPartial(string broken, string whole) => Fixed.WholeSourceAsync(
        "COLEARN001", "Make Model partial", Source.Class(Attributes + broken), Source.Class(Attributes + whole));

    [Fact]
    public async Task Models_ThatAreNotPartial_BecomePartialTogether()
    {
        var broken = Source.Class(
            Attributes + "public class Model;\n\n" + Attributes.Replace("model", "other", StringComparison.Ordinal) + "public class Other;");

        var after = await FixRun.Of(broken).AppliedToAllAsync("COLEARN001", "Make Model partial");

        Assert.Equal(broken.Replace("public class", "public partial class", StringComparison.Ordinal), await after.TextAsync());
        Assert.Empty(await after.MistakesAsync());
    }
}
