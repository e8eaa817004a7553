using System.Collections.Immutable;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;

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

    public static readonly ImmutableArray<MetadataReference> Torch = [.. Beside("TorchSharp."), .. Beside("CoLearn.TorchSharp.")];

    public static readonly ImmutableArray<MetadataReference> Orleans = [.. Beside("CoLearn.Orleans.")];

    public static readonly ImmutableArray<MetadataReference> All = [.. Base, .. Torch, .. Orleans];

    private static IEnumerable<MetadataReference> Beside(string prefix) => Directory
        .EnumerateFiles(AppContext.BaseDirectory, prefix + "*dll")
        .Order(StringComparer.Ordinal)
        .Select(file => MetadataReference.CreateFromFile(file));
}
