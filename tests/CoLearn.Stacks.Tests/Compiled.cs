using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using Basic.Reference.Assemblies;
using CoLearn.Data;
using CoLearn.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.Extensions.Configuration;
using TorchSharp;

namespace CoLearn.Stacks;

/// <summary>Models as one project, with what the generator writes for them.</summary>
internal sealed class Compiled
{
    private const string Neighbours = """
        namespace Drawn;

        public sealed class Nothing : CoLearn.ILearnerData<CoLearn.Data.LearnerSets>
        {
            public System.Threading.Tasks.Task<CoLearn.Data.LearnerSets> LoadAsync(
                CoLearn.LearnerContext context, Microsoft.Extensions.Configuration.IConfiguration configuration, System.Threading.CancellationToken cancellation) =>
                throw new System.NotSupportedException();
        }
        """;

    private static readonly IEnumerable<MetadataReference> References =
    [
        .. Net100.References.All,
        .. new[] { typeof(LayerAttribute), typeof(LearnerSets), typeof(torch), typeof(IConfiguration) }
            .Select(type => MetadataReference.CreateFromFile(type.Assembly.Location)),
    ];

    private readonly Compilation after;

    public Compiled(IEnumerable<DrawnModel> models)
    {
        var files = models.Select(model => ($"{model.Name}.cs", $"using CoLearn;\n\nnamespace Drawn;\n\n{model}")).Append(("Neighbours.cs", Neighbours));
        var before = CSharpCompilation.Create(
            "Drawn",
            files.Select(file => CSharpSyntaxTree.ParseText(file.Item2, path: file.Item1)),
            References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        var driver = CSharpGeneratorDriver.Create(new LearnerGenerator()).RunGeneratorsAndUpdateCompilation(before, out after, out var said);
        Assert.Empty(said);
        Files = [.. driver.GetRunResult().Results.Single().GeneratedSources.Select(source => source.HintName)];
    }

    /// <summary>The names of the generated files.</summary>
    public ImmutableArray<string> Files { get; }

    /// <summary>What the analyzer says, by the file in which it says it.</summary>
    public async Task<ILookup<string, Diagnostic>> MistakesAsync()
    {
        var diagnostics = await after.WithAnalyzers([new LearnerAnalyzer()]).GetAnalyzerDiagnosticsAsync();
        Assert.DoesNotContain(diagnostics, diagnostic => diagnostic.Id.StartsWith("AD", StringComparison.Ordinal));
        return diagnostics.ToLookup(diagnostic => diagnostic.Location.SourceTree!.FilePath);
    }

    public Assembly Load()
    {
        using var stream = new MemoryStream();
        var emitted = after.Emit(stream);
        Assert.True(emitted.Success, string.Join("\n", emitted.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)));
        stream.Position = 0;
        return AssemblyLoadContext.Default.LoadFromStream(stream);
    }
}
