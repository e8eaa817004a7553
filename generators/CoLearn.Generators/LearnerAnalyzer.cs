using System.Collections.Concurrent;
using System.Collections.Immutable;
using CoLearn.Generators.Diagnostics;
using CoLearn.Generators.Reading;
using CoLearn.Generators.Shapes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CoLearn.Generators;

/// <summary>
/// Says at each attribute of a [Learner] class what is wrong with it, by the rules that <see cref="LearnerGenerator"/> writes by.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LearnerAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = Mistakes.All;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName(DeclarationReader.LearnerAttribute) is null)
                return;
            var names = new ConcurrentBag<NamedLearner>();
            start.RegisterSymbolAction(symbol => Check(symbol, names), SymbolKind.NamedType);
            start.RegisterCompilationEndAction(end => CheckNames(end, names));
        });
    }

    private static void Check(SymbolAnalysisContext context, ConcurrentBag<NamedLearner> names)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        var placed = AttributeOrder.Of(type, KnownTypes.Of(context.Compilation));
        if (placed.IsEmpty || type.TypeKind != TypeKind.Class)
            return;

        if (placed.Any(attribute => attribute.Role == AttributeRole.Block))
            CheckBlock(context, type, placed);
        if (placed.FirstOrDefault(attribute => attribute.Role == AttributeRole.Learner) is not { } learner)
        {
            if (placed.Any(attribute => attribute.Role == AttributeRole.Block))
                return;
            context.ReportDiagnostic(Diagnostic.Create(
                Mistakes.LearnerIsMissing, placed[0].Location(context.CancellationToken), placed[0].Name, type.Name));
            return;
        }

        var model = DeclarationReader.Read(type, placed, context.Compilation, context.CancellationToken);
        foreach (var mistake in ModelRules.Check(model).Mistakes)
        {
            var at = mistake.At is null ? learner : placed[IndexOf(model.Attributes, mistake.At)];
            context.ReportDiagnostic(Diagnostic.Create(
                mistake.Rule, at.Location(context.CancellationToken), mistake.Arguments.ToArray<object>()));
        }

        if (model.First(AttributeRole.Learner)?["name"] is string name)
            names.Add(new NamedLearner(name, type.Name, learner.Location(context.CancellationToken)));
    }

    private static void CheckBlock(SymbolAnalysisContext context, INamedTypeSymbol type, ImmutableArray<PlacedAttribute> placed)
    {
        var blocks = new BlockReader(KnownTypes.Of(context.Compilation));
        if (blocks.Read(type) is not { Fault: BlockFault.None } block)
            return;
        var findings = new Findings();
        BlockRules.Check(type.Name, block.Attributes, findings);
        foreach (var mistake in findings.Mistakes)
        {
            var at = placed[IndexOf(block.Attributes, mistake.At!)];
            context.ReportDiagnostic(Diagnostic.Create(
                mistake.Rule, at.Location(context.CancellationToken), mistake.Arguments.ToArray<object>()));
        }
    }

    private static void CheckNames(CompilationAnalysisContext context, ConcurrentBag<NamedLearner> names)
    {
        foreach (var namesakes in names.GroupBy(learner => learner.Name).Where(group => group.Count() > 1))
        {
            var inOrder = namesakes
                .OrderBy(learner => learner.Location.SourceTree?.FilePath, StringComparer.Ordinal)
                .ThenBy(learner => learner.Location.SourceSpan.Start)
                .ToList();
            foreach (var later in inOrder.Skip(1))
                context.ReportDiagnostic(Diagnostic.Create(
                    Mistakes.NameMustBeUnique, later.Location, later.Name, later.Class, inOrder[0].Class));
        }
    }

    // By reference: two layers may be written alike.
    private static int IndexOf(EquatableArray<AttributeUse> attributes, AttributeUse use)
    {
        var index = 0;
        while (!ReferenceEquals(attributes[index], use))
            index++;
        return index;
    }

    private sealed record NamedLearner(string Name, string Class, Location Location);
}
