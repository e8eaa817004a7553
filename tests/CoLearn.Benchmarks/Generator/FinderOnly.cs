using Microsoft.CodeAnalysis;

namespace CoLearn.Benchmarks.Generator;

/// <summary>The least that a generator for [Learner] classes can do: it finds them, looks at their attributes and writes a line for each.</summary>
internal sealed class FinderOnly : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context) => context.RegisterSourceOutput(
        context.SyntaxProvider.ForAttributeWithMetadataName(
            "CoLearn.LearnerAttribute",
            static (_, _) => true,
            static (found, _) => $"{found.TargetSymbol.Name}{found.TargetSymbol.GetAttributes().Length}"),
        static (output, name) => output.AddSource(name + ".g.cs", "// " + name));
}
