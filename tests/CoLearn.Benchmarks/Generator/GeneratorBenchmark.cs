using CoLearn.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CoLearn.Benchmarks.Generator;

/// <summary>What the generator costs a compilation, what an edit makes it do again, and how its cost grows.</summary>
internal sealed class GeneratorBenchmark : IBenchmark
{
    private const int Models = 200;

    public string Name => "generator";

    public string About => "The generator's cost against the compilation without it, what it makes anew after an edit, and how its cost grows.";

    public IReadOnlyList<Row> Run(BenchmarkOptions options) => [.. Cold(options.Quick ? 2 : 9), .. AfterEdits(), Growth(options.Quick ? 2 : 9)];

    // The driver's run on a compilation that it never saw, against parsing, binding and emitting the same project without it. Beside it what no
    // generator can do without, and the same against the code as if it were written by hand.
    private IEnumerable<Row> Cold(int times)
    {
        var project = new ModelProject(Models);
        var texts = Texts(project.Compilation());
        CSharpCompilation? fresh = null;
        var taken = Sample.InAlternation(
            times,
            () => Emit(project.Compilation()),
            () => fresh = Bound(project.Compilation()),
            () => Driver().RunGenerators(fresh!),
            () => fresh = Bound(project.Compilation()),
            () => CSharpGeneratorDriver.Create(new FinderOnly()).RunGenerators(fresh!),
            () => fresh = Bound(project.Compilation()),
            () => CSharpGeneratorDriver.Create(new ReadyMade(texts)).RunGenerators(fresh!),
            () => Emit(Generated(project.Compilation())));
        yield return Row.Of(Name, $"{Models} models cold", "ms", taken[2], taken[0], target: 0.2);
        yield return Row.Of(Name, $"{Models} models cold, a generator that only finds them", "ms", taken[4], taken[0], target: null);
        yield return Row.Of(Name, $"{Models} models cold, a generator that has its texts ready-made", "ms", taken[6], taken[0], target: null);
        yield return Row.Of(Name, $"{Models} models cold, against the compilation of what is written", "ms", taken[2], taken[7], target: null);
    }

    private IEnumerable<Row> AfterEdits()
    {
        var compilation = new ModelProject(Models).Compilation();
        var driver = Driver(countsSteps: true).RunGenerators(compilation);
        var model = ModelProject.Edited(compilation, "Model3.cs", "Linear(64)", "Linear(65)");
        var other = ModelProject.Edited(compilation, "Neighbours.cs", "Size => 1", "Size => 2");
        yield return Row.Of(Name, "outputs made anew after an edit in one model", "outputs", MadeAnew(driver, model), target: 1);
        yield return Row.Of(Name, "outputs made anew after an unrelated edit", "outputs", MadeAnew(driver, other), target: 0);
    }

    // What a model costs among many against what it costs among few.
    private Row Growth(int times)
    {
        const int few = 100, many = 400;
        CSharpCompilation[] fresh = [.. new[] { few, many }.Select(models => new ModelProject(models).Compilation())];
        foreach (var compilation in fresh)
            Bound(compilation);
        var taken = Sample.InAlternation(times, () => Driver().RunGenerators(fresh[0]), () => Driver().RunGenerators(fresh[1]));
        return Row.Of(
            Name,
            $"a model among {many} against one among {few}",
            "ms",
            new Sample([taken[1].Min / many, taken[1].Median / many, taken[1].Max / many]),
            new Sample([taken[0].Median / few]),
            target: 1.25);
    }

    // Steps are counted only where they are asked for, as in an editor or a build nobody does.
    private static GeneratorDriver Driver(bool countsSteps = false) => CSharpGeneratorDriver.Create(
        [new LearnerGenerator().AsSourceGenerator()],
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: countsSteps));

    private static Dictionary<string, string> Texts(CSharpCompilation compilation) => Driver().RunGenerators(compilation).GetRunResult().Results
        .Single().GeneratedSources
        .ToDictionary(source => source.HintName.Split('.')[1], source => source.SourceText.ToString());

    private static Compilation Generated(CSharpCompilation compilation)
    {
        Driver().RunGeneratorsAndUpdateCompilation(compilation, out var after, out _);
        return after;
    }

    // The compiler reads references and declarations with or without a generator.
    private static CSharpCompilation Bound(CSharpCompilation compilation)
    {
        compilation.GetDeclarationDiagnostics();
        return compilation;
    }

    private static void Emit(Compilation compilation)
    {
        using var stream = new MemoryStream();
        var emitted = compilation.Emit(stream);
        if (!emitted.Success)
            throw new InvalidOperationException(emitted.Diagnostics.First(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToString());
    }

    private static Sample MadeAnew(GeneratorDriver driver, Compilation compilation)
    {
        var result = driver.RunGenerators(compilation).GetRunResult().Results.Single();
        var outputs = result.TrackedOutputSteps.SelectMany(step => step.Value).SelectMany(step => step.Outputs);
        return new Sample([outputs.Count(output => output.Reason is IncrementalStepRunReason.New or IncrementalStepRunReason.Modified)]);
    }
}
