using CoLearn.CodeFixes.Runs;
using CoLearn.Generators.Runs;

namespace CoLearn.CodeFixes;

public class RegisterComponentsTests
{
    private const string Id = "COLEARN065";
    private const string Title = "Call RegisterComponents()";

    [Theory]
    [InlineData(
        "\n    {\n        fc = Linear(4, 2); // the only one\n    }",
        "\n    {\n        fc = Linear(4, 2); // the only one\n        RegisterComponents();\n    }")]
    [InlineData("\r\n    {\r\n        fc = Linear(4, 2);\r\n    }", "\r\n    {\r\n        fc = Linear(4, 2);\r\n        RegisterComponents();\r\n    }")]
    [InlineData(" { fc = Linear(4, 2); }", " { fc = Linear(4, 2); RegisterComponents(); }")]
    public Task Constructor_ThatRegistersNothing_CallsItAtItsEnd(string broken, string whole) =>
        Fixed.WholeSourceAsync(Id, Title, Module(broken), Module(whole));

    [Theory]
    [InlineData(" => fc = Linear(4, 2);")]
    [InlineData(" { fc = Linear(4, 2); if (fc.bias is null) return; }")]
    public async Task Constructor_WithoutACertainEnd_IsOfferedNothing(string constructor)
    {
        var run = FixRun.Of(Module(constructor));

        Assert.Equal([Id], (await run.MistakesAsync()).Select(mistake => mistake.Id));
        Assert.Empty(await run.TitlesAsync(Id));
    }

    private static string Module(string constructor) => Source.Class($$"""
        using TorchSharp.Modules;
        using static TorchSharp.torch;
        using static TorchSharp.torch.nn;

        public sealed class Net : Module<Tensor, Tensor>
        {
            private readonly Linear fc;

            public Net()
                : base("net"){{constructor}}

            public override Tensor forward(Tensor input) => fc.call(input);
        }
        """);
}
