using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace CoLearn.Benchmarks.Generator;

/// <summary>The least that a generator which writes these texts can do: it finds the classes and adds for each the text that it has at hand.</summary>
/// <param name="texts">By the class's name.</param>
internal sealed class ReadyMade(IReadOnlyDictionary<string, string> texts) : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context) => context.RegisterSourceOutput(
        context.SyntaxProvider.ForAttributeWithMetadataName("CoLearn.LearnerAttribute", static (_, _) => true, static (found, _) => found.TargetSymbol.Name),
        (output, name) => output.AddSource(name + ".g.cs", SourceText.From(texts[name], Encoding.UTF8)));
}
