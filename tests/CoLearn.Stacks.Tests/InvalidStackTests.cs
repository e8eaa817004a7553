using Microsoft.CodeAnalysis;

namespace CoLearn.Stacks;

/// <summary>Random models that cannot be are refused.</summary>
public sealed class InvalidStackTests
{
    private const int Models = 500;

    [Fact]
    public async Task RandomStacks_ThatDoNotFit_AreEachReportedAndNotWritten()
    {
        var draw = new Draw(seed: 20_261_124);
        var spoil = new Spoil(draw);
        var models = Enumerable.Range(0, Models).Select(number => spoil.Of(draw.Model(number))).ToList();

        var compiled = new Compiled(models);
        var mistakes = await compiled.MistakesAsync();

        foreach (var model in models)
        {
            Assert.True(
                mistakes[$"{model.Name}.cs"].Any(mistake => mistake.Severity == DiagnosticSeverity.Error), $"Nothing is said of\n{model}");
            Assert.True(!compiled.Files.Any(file => file.Contains($".{model.Name}.", StringComparison.Ordinal)), $"Code is written for\n{model}");
        }
    }
}
