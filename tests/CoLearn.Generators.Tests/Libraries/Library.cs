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

    // What the process may load: the libraries beside it, and those of ASP.NET's framework, which brings some of them.
    private static IEnumerable<MetadataReference> Beside(string prefix) => ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
        .Split(Path.PathSeparator)
        .Where(file => Path.GetFileName(file).StartsWith(prefix, StringComparison.Ordinal))
        .Order(StringComparer.Ordinal)
        .Select(file => MetadataReference.CreateFromFile(file));
}
