using System.Collections.Concurrent;
using System.Collections.Immutable;
using CoLearn.Generators.Diagnostics;
using CoLearn.Generators.Modules;
using CoLearn.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CoLearn.Generators;

/// <summary>
/// Says of each TorchSharp module, whether it bears [Learner] or not, where a layer escapes registration, which TorchSharp lets pass silently.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ModuleAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
    [
        Mistakes.LayerMustNotBeProperty,
        Mistakes.LayersMustNotBeInCollection,
        Mistakes.ComponentsMustBeRegistered,
        Mistakes.LayerMustBeMadeBeforeRegistering,
        Mistakes.LayerMustNotBeStatic,
    ];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName(DeclarationReader.LearnerAttribute) is not null
                && ModuleTypes.Of(start.Compilation) is { } types)
                start.RegisterSymbolStartAction(symbol => Follow(symbol, types), SymbolKind.NamedType);
        });
    }

    private static void Follow(SymbolStartAnalysisContext context, ModuleTypes types)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (type.TypeKind != TypeKind.Class || !types.IsModule(type) || types.RegistersItself(type))
            return;

        var blocks = new ConcurrentBag<CodeBlock>();
        context.RegisterOperationBlockAction(block =>
        {
            if (SymbolEqualityComparer.Default.Equals(block.OwningSymbol.ContainingType, type))
                blocks.Add(new CodeBlock(block.OwningSymbol, block.OperationBlocks));
        });
        context.RegisterSymbolEndAction(end => Check(end, type, new ModuleCode(types, [.. blocks])));
    }

    private static void Check(SymbolAnalysisContext context, INamedTypeSymbol type, ModuleCode code)
    {
        foreach (var diagnostic in HoldingRules.Check(type, code).Concat(RegistrationRules.Check(type, code)))
            context.ReportDiagnostic(diagnostic);
    }
}
