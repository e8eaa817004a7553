using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CoLearn.Generators.Runs;

internal static class AnalyzerRun
{
    // What the analyzer says of the user's code together with the generated, as in a build. Without the generated it must say the same.
    public static async Task<ImmutableArray<Diagnostic>> Of(GeneratorRun run)
    {
        var built = await Of(run.After);
        var typed = await Of(run.Before);
        Assert.Equal(typed.Select(diagnostic => diagnostic.ToString()), built.Select(diagnostic => diagnostic.ToString()));
        return built;
    }

    private static async Task<ImmutableArray<Diagnostic>> Of(Compilation compilation)
    {
        var diagnostics = await compilation.WithAnalyzers([new LearnerAnalyzer(), new ModuleAnalyzer()]).GetAnalyzerDiagnosticsAsync();
        Assert.DoesNotContain(diagnostics, diagnostic => diagnostic.Id.StartsWith("AD", StringComparison.Ordinal)); // the analyzer crashed
        return [.. diagnostics.OrderBy(diagnostic => diagnostic.ToString(), StringComparer.Ordinal)];
    }
}
