using System.Text;
using CoLearn.Generators.Reading;
using CoLearn.Generators.Shapes;
using CoLearn.Generators.Writing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CoLearn.Generators;

/// <summary>
/// Writes the network, the definition and the grain of each [Learner] class. What is wrong with one, <see cref="LearnerAnalyzer"/> says.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class LearnerGenerator : IIncrementalGenerator
{
    internal const string ReadStep = "Read";
    internal const string PlanStep = "Plan";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var plans = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                DeclarationReader.LearnerAttribute, static (node, _) => node is ClassDeclarationSyntax or RecordDeclarationSyntax, Read)
            .WithTrackingName(ReadStep)
            .Select(static (model, _) => model is null ? null : ModelRules.Check(model).Plan)
            .WithTrackingName(PlanStep);

        context.RegisterSourceOutput(plans, static (output, plan) =>
        {
            if (plan is not null && LearnerWriter.Write(plan) is { } text)
                output.AddSource(LearnerWriter.FileName(plan), SourceText.From(text, Encoding.UTF8));
        });
    }

    // A class that bears [Learner] twice is the compiler's to refuse; here it is read where it bears the first.
    private static LearnerDeclaration? Read(GeneratorAttributeSyntaxContext context, CancellationToken cancellation)
    {
        var type = (INamedTypeSymbol)context.TargetSymbol;
        var compilation = context.SemanticModel.Compilation;
        var placed = AttributeOrder.Of(type, KnownTypes.Of(compilation));
        var learner = placed.FirstOrDefault(attribute => attribute.Role == AttributeRole.Learner);
        var first = learner?.Data.ApplicationSyntaxReference;
        var isHere = first?.SyntaxTree == context.TargetNode.SyntaxTree && context.TargetNode.Span.Contains(first.Span);
        return isHere && type.TypeKind == TypeKind.Class
            ? DeclarationReader.Read(type, placed, compilation, cancellation)
            : null;
    }
}
