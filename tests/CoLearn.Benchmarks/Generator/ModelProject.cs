using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CoLearn.Benchmarks.Generator;

/// <summary>A project of models, one a file, as a compiler meets it: text and references.</summary>
internal sealed class ModelProject
{
    private const string Neighbours = """
        using CoLearn;

        namespace Models;

        public sealed class Pictures : ILearnerData<CoLearn.Data.LearnerSets>
        {
            public System.Threading.Tasks.Task<CoLearn.Data.LearnerSets> LoadAsync(
                LearnerContext context, Microsoft.Extensions.Configuration.IConfiguration configuration, System.Threading.CancellationToken cancellation) =>
                throw new System.NotSupportedException();
        }

        [Block, Conv2d(64, 3, Padding = 1, Bias = false), BatchNorm2d, ReLU, Conv2d(64, 3, Padding = 1, Bias = false), BatchNorm2d]
        internal partial class Same;

        [Block, Conv2d(128, 3, Stride = 2, Padding = 1, Bias = false), BatchNorm2d, ReLU, Conv2d(128, 3, Padding = 1, Bias = false), BatchNorm2d]
        internal partial class Down;

        internal class Unrelated { internal int Size => 1; }
        """;

    private readonly List<(string Path, string Text)> files;

    public ModelProject(int models) => files = [.. Enumerable.Range(0, models).Select(number => ($"Model{number}.cs", Model(number))), ("Neighbours.cs", Neighbours)];

    /// <summary>Nothing of an earlier compilation is used: the texts are parsed and the references read anew.</summary>
    public CSharpCompilation Compilation() => CSharpCompilation.Create(
        "Models",
        files.Select(file => CSharpSyntaxTree.ParseText(file.Text, path: file.Path)),
        References(),
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    /// <summary>The compilation after an edit in one file.</summary>
    public static CSharpCompilation Edited(CSharpCompilation compilation, string file, string old, string by)
    {
        var tree = compilation.SyntaxTrees.Single(tree => tree.FilePath == file);
        var text = tree.ToString();
        return text.Contains(old, StringComparison.Ordinal)
            ? compilation.ReplaceSyntaxTree(tree, CSharpSyntaxTree.ParseText(text.Replace(old, by, StringComparison.Ordinal), path: file))
            : throw new InvalidOperationException($"{file} does not hold '{old}'.");
    }

    private static IEnumerable<MetadataReference> References()
    {
        // What the process may load: the libraries beside it, and those of ASP.NET's framework, which brings some of them.
        var beside = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Where(IsUsed);
        return
        [
            .. Net100.ReferenceInfos.All.Select(info => (MetadataReference)MetadataReference.CreateFromImage(info.ImageBytes)),
            .. beside.Select(file => MetadataReference.CreateFromFile(file)),
        ];
    }

    private static bool IsUsed(string file)
    {
        var name = Path.GetFileName(file);
        return new[] { "Orleans.", "Microsoft.Extensions.", "TorchSharp.", "CoLearn.Abstractions.", "CoLearn.Orleans.", "CoLearn.TorchSharp." }
            .Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal));
    }

    private static string Model(int number) => $$"""
        using CoLearn;

        namespace Models;

        [Learner("model-{{number}}", Data = typeof(Pictures))]
        [Input(3, 32, 32)]
        {{Layers(number)}}
        [CrossEntropyLoss, Adam(LearningRate = 1e-3)]
        [Training(BatchSize = 64)]
        [Voting(Criterion.Accuracy, Threshold = 0.5)]
        public partial class Model{{number}};
        """;

    // A third each: a small net, the tutorial's, and a residual one.
    private static string Layers(int number) => (number % 3) switch
    {
        0 => $"[Flatten, Linear({128 + number}), ReLU, Dropout(0.2), Linear(64), ReLU, Linear(10)]",
        1 => $"""
            [Conv2d({8 + number}, 3, Padding = 1), BatchNorm2d, ReLU, MaxPool2d(2)]
            [Conv2d(128, 3, Padding = 1), BatchNorm2d, ReLU, MaxPool2d(2)]
            [Flatten, Linear(10)]
            """,
        _ => $"""
            [Conv2d(64, 3, Padding = 1, Bias = false), BatchNorm2d, ReLU]
            [Residual<Same>, ReLU, Residual<Same>, ReLU, Residual<Down>(Project = true), ReLU]
            [AdaptiveAvgPool2d(1), Flatten, Linear({10 + number})]
            """,
    };
}
