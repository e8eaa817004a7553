using System.Collections.Immutable;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CoLearn.Generators.Libraries;

// What a user's project may reference.
internal static class Library
{
    // Net 10, Orleans, the vocabulary: what every project with a learner has.
    public static readonly ImmutableArray<MetadataReference> Base =
    [
        .. Net100.References.All,
        .. Beside("Orleans."),
        .. Beside("Microsoft.Extensions."),
        MetadataReference.CreateFromFile(typeof(LearnerAttribute).Assembly.Location),
    ];

    // The one place to change when the real libraries take over from the stand-ins.
    public static readonly ImmutableArray<MetadataReference> Torch =
        [.. Beside("TorchSharp."), Compile("CoLearn.TorchSharp", StandIns.TorchSharp, [.. Base, .. Beside("TorchSharp.")])];

    public static readonly ImmutableArray<MetadataReference> Orleans = [Compile("CoLearn.Orleans", StandIns.Orleans, Base)];

    public static readonly ImmutableArray<MetadataReference> All = [.. Base, .. Torch, .. Orleans];

    private static IEnumerable<MetadataReference> Beside(string prefix) => Directory
        .EnumerateFiles(AppContext.BaseDirectory, prefix + "*dll")
        .Order(StringComparer.Ordinal)
        .Select(file => MetadataReference.CreateFromFile(file));

    private static MetadataReference Compile(string assembly, string source, IEnumerable<MetadataReference> references)
    {
        var compilation = CSharpCompilation.Create(
            assembly,
            [CSharpSyntaxTree.ParseText(source)],
            references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        using var stream = new MemoryStream();
        var result = compilation.Emit(stream);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics));
        return MetadataReference.CreateFromImage(stream.ToArray());
    }
}
