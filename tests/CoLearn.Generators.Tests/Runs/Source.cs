using System.Collections.Immutable;
using CoLearn.Generators.Libraries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CoLearn.Generators.Runs;

// A user's project as source text.
internal static class Source
{
    public const string Neighbours = """
        #pragma warning disable CS1591 // the generated files are the ones that must be documented
        using System.Threading;
        using System.Threading.Tasks;
        using CoLearn;
        using CoLearn.Data;
        using CoLearn.Training;
        using Microsoft.Extensions.Configuration;
        using static TorchSharp.torch;

        namespace Example;

        public sealed class Digits : ILearnerData<LearnerSets>
        {
            public Task<LearnerSets> LoadAsync(LearnerContext context, IConfiguration configuration, CancellationToken cancellation) =>
                throw null!;
        }

        [Block, Conv2d(8, 3, Stride = 2, Padding = 1, Bias = false), BatchNorm2d, ReLU, Conv2d(8, 3, Padding = 1, Bias = false), BatchNorm2d]
        public sealed class Down8;

        [Block, Conv2d(8, 3, Padding = 1), ReLU]
        public sealed class Same8;

        [Block, Residual<Same8>(Name = "inner"), ReLU]
        public sealed class Stage8;

        [Block, Linear(6), ReLU]
        public sealed class Flat6;

        public sealed class Squash() : nn.Module<Tensor, Tensor>("Squash")
        {
            public override Tensor forward(Tensor input) => input.tanh();
        }

        public sealed class Balanced : ITensorScore
        {
            public string Name => "balanced";

            public bool Minimise => false;

            public double Score(Tensor output, Tensor target) => 0;
        }

        public sealed class Rows;

        public sealed class RowsData : ILearnerData<Rows>
        {
            public Task<Rows> LoadAsync(LearnerContext context, IConfiguration configuration, CancellationToken cancellation) =>
                throw null!;
        }

        public sealed class ForestFormat : IWeightsFormat
        {
            public string Name => "forest-1";

            public string Fingerprint => "";

            public long MaxBytes => 0;

            public string? Problem(System.ReadOnlyMemory<byte> bytes) => null;
        }
        """;

    private static readonly CSharpParseOptions parsing = new(LanguageVersion.Latest, DocumentationMode.Diagnose);

    private static readonly CSharpCompilation empty = Empty(Library.All);

    // [Learner], the given attributes, a loss and an optimizer.
    public static string Network(string layers) => Model($"{layers}\n[CrossEntropyLoss, Adam]");

    // [Learner] and the given attributes.
    public static string Model(string attributes) => Class($$"""
        [Learner("model", Data = typeof(Digits))]
        {{attributes}}
        public partial class Model;
        """);

    public static string Class(string declaration) => $$"""
        using CoLearn;

        namespace Example;

        {{declaration}}
        """;

    public static CSharpCompilation Project(params string[] files) => empty.AddSyntaxTrees(Trees([.. files, Neighbours]));

    public static CSharpCompilation ProjectWith(ImmutableArray<MetadataReference> references, params string[] files) =>
        Empty(references).AddSyntaxTrees(Trees(files));

    public static SyntaxTree Tree(string text, string path) => CSharpSyntaxTree.ParseText(text, parsing, path);

    private static IEnumerable<SyntaxTree> Trees(string[] files) => files.Select((text, index) => Tree(text, $"File{index}.cs"));

    private static CSharpCompilation Empty(IEnumerable<MetadataReference> references) => CSharpCompilation.Create(
        "Example.Models",
        references: references,
        options: new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            nullableContextOptions: NullableContextOptions.Enable,
            warningLevel: 9999,
            // as the SDK does
            specificDiagnosticOptions: [new("CS1701", ReportDiagnostic.Suppress), new("CS1702", ReportDiagnostic.Suppress)]));
}
