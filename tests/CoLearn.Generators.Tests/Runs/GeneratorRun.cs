using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CoLearn.Generators.Runs;

// A run of the generator. Every run is made twice, over the compilation and a clone of it, and must have remembered all the second time.
internal sealed class GeneratorRun
{
    private readonly GeneratorDriver driver;

    private GeneratorRun(GeneratorDriver driver, Compilation compilation)
    {
        this.driver = driver.RunGeneratorsAndUpdateCompilation(compilation, out var updated, out var diagnostics);
        (Before, After) = (compilation, updated);
        Assert.Empty(diagnostics);
        Assert.Null(Result.Exception);
    }

    public Compilation Before { get; }

    public Compilation After { get; }

    public ImmutableArray<GeneratedSourceResult> Files => Result.GeneratedSources;

    private GeneratorRunResult Result => driver.GetRunResult().Results.Single();

    public static GeneratorRun Of(params string[] files) => Of(Source.Project(files));

    public static GeneratorRun Of(CSharpCompilation compilation)
    {
        var run = new GeneratorRun(
            CSharpGeneratorDriver.Create(
                [new LearnerGenerator().AsSourceGenerator()],
                parseOptions: (CSharpParseOptions)compilation.SyntaxTrees.First().Options,
                driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true)),
            compilation);
        Remembering.Check(run.Result, run.Again(compilation.Clone()).Result);
        return run;
    }

    public GeneratorRun Again(Compilation compilation) => new(driver, compilation);

    // The text of the only file, which compiles together with the user's without a warning.
    public string Text()
    {
        CompilesWithoutWarning();
        return Assert.Single(Files).SourceText.ToString();
    }

    public void CompilesWithoutWarning() =>
        Assert.Empty(After.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning));

    public IReadOnlyList<IncrementalStepRunReason> Reasons(string step) =>
        [.. Result.TrackedSteps[step].SelectMany(run => run.Outputs).Select(output => output.Reason)];

    public IReadOnlyList<IncrementalStepRunReason> OutputReasons() =>
        [.. Result.TrackedOutputSteps.SelectMany(pair => pair.Value).SelectMany(run => run.Outputs).Select(output => output.Reason)];
}
