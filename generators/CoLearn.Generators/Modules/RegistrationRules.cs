using CoLearn.Generators.Diagnostics;
using CoLearn.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CoLearn.Generators.Modules;

// RegisterComponents registers what the fields hold when it is first called, and does nothing when it is called again.
internal static class RegistrationRules
{
    private const string RegisterComponents = "RegisterComponents";

    public static IEnumerable<Diagnostic> Check(INamedTypeSymbol type, ModuleCode code) =>
        Origin(type, code.Types) is { } origin
            ? type.InstanceConstructors.Where(constructor => !IsWritten(constructor)).SelectMany(constructor => Check(constructor, origin, code))
            : [];

    private static IEnumerable<Diagnostic> Check(IMethodSymbol constructor, RegisteringBase origin, ModuleCode code)
    {
        var type = constructor.ContainingType;
        var operations = code.In(constructor).ToList();
        var other = operations.OfType<IInvocationOperation>()
            .FirstOrDefault(call => call.TargetMethod.MethodKind == MethodKind.Constructor && Same(call.TargetMethod.ContainingType, type));
        var made = Assignments(operations)
            .Where(pair => Missed(pair.Field, code) is not null && !code.IsRegistered(pair.Value))
            .ToList();
        if (other is not null && !Calls(other.TargetMethod) && Calls(type))
            return []; // by detours, which only a run shows
        var before = other is not null && Calls(other.TargetMethod) ? type : origin.Type;
        if (before is not null)
            return made.Select(pair => TooLate(pair, type, $"which the constructor of {before.Name} has called already", code));

        var calls = operations.OfType<IInvocationOperation>().Where(Registers).ToList();
        if (calls.Count > 0)
        {
            var end = calls.FirstOrDefault(call => IsCertain(call.Syntax))?.Syntax.Span.End ?? int.MaxValue;
            return made.Where(pair => pair.Syntax.SpanStart > end).Select(pair => TooLate(pair, type, "which looks only once", code));
        }

        var fields = other is not null ? [] : type.GetMembers().OfType<IFieldSymbol>().Where(code.HasInitializer);
        var lost = fields.Where(field => Missed(field, code) is not null).Concat(made.Select(pair => pair.Field)).FirstOrDefault();
        if (lost is null || type.IsAbstract)
            return [];
        var component = Missed(lost, code)!;
        return [Diagnostic.Create(Mistakes.ComponentsMustBeRegistered, constructor.Locations[0], type.Name, component.Kind, lost.Name, component.Loss)];
    }

    private static Diagnostic TooLate(Made made, INamedTypeSymbol type, string why, ModuleCode code)
    {
        var component = Missed(made.Field, code)!;
        return Diagnostic.Create(
            Mistakes.LayerMustBeMadeBeforeRegistering,
            made.Syntax.GetLocation(),
            component.Kind,
            made.Field.Name,
            type.Name,
            why,
            component.Loss);
    }

    // What TorchSharp would not know of unless RegisterComponents found it.
    private static Component? Missed(IFieldSymbol field, ModuleCode code) =>
        field.IsStatic || field.AssociatedSymbol is not null || code.IsRegistered(field) ? null : Component.Of(field.Type, code.Types);

    private static IEnumerable<Made> Assignments(IEnumerable<IOperation> operations)
    {
        foreach (var operation in operations)
        {
            if (operation is IDeconstructionAssignmentOperation { Target: ITupleOperation tuple })
            {
                foreach (var element in tuple.Elements.OfType<IFieldReferenceOperation>().Where(IsOwn))
                    yield return new Made(element.Field, null, element.Syntax);
            }
            else if (operation is IAssignmentOperation { Target: IFieldReferenceOperation target } assignment && IsOwn(target) && !IsNull(assignment.Value))
            {
                yield return new Made(target.Field, assignment.Value, target.Syntax);
            }
        }
    }

    private static bool IsOwn(IFieldReferenceOperation reference) => reference.Instance is IInstanceReferenceOperation;

    private static bool IsNull(IOperation value) => value switch
    {
        IConversionOperation conversion => IsNull(conversion.Operand),
        _ => value.ConstantValue is { HasValue: true, Value: null },
    };

    // A call of RegisterComponents, or of a method of the class or its bases that calls it.
    private static bool Registers(IInvocationOperation call) =>
        call.Instance is IInstanceReferenceOperation
        && (call.TargetMethod.Name == RegisterComponents || (call.TargetMethod.MethodKind == MethodKind.Ordinary && Calls(call.TargetMethod)));

    // Not inside a branch or a loop.
    private static bool IsCertain(SyntaxNode call) => call.Parent
        is ExpressionStatementSyntax { Parent: BlockSyntax { Parent: ConstructorDeclarationSyntax } }
        or ArrowExpressionClauseSyntax { Parent: ConstructorDeclarationSyntax };

    private static bool Calls(ISymbol symbol) => symbol.DeclaringSyntaxReferences
        .SelectMany(reference => reference.GetSyntax().DescendantNodes())
        .OfType<InvocationExpressionSyntax>()
        .Any(call => call.Expression is IdentifierNameSyntax { Identifier.ValueText: RegisterComponents }
            or MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax or BaseExpressionSyntax, Name.Identifier.ValueText: RegisterComponents });

    // The user's own base class whose constructors call RegisterComponents, if any; null where only a run would show whether one does.
    private static RegisteringBase? Origin(INamedTypeSymbol type, ModuleTypes types)
    {
        for (var at = type.BaseType; at is not null && !types.IsTorchs(at); at = at.BaseType)
        {
            if (at.DeclaringSyntaxReferences.IsEmpty)
                return null;
            if (ConstructorsCall(at))
                return new RegisteringBase(at);
            if (Calls(at))
                return null;
        }

        return new RegisteringBase(null);
    }

    private static bool ConstructorsCall(INamedTypeSymbol type)
    {
        var constructors = type.InstanceConstructors.Where(constructor => !constructor.IsImplicitlyDeclared).ToList();
        return constructors.Exists(Calls) && constructors.TrueForAll(constructor => Calls(constructor) || ChainsToOwn(constructor));
    }

    private static bool ChainsToOwn(IMethodSymbol constructor) => constructor.DeclaringSyntaxReferences
        .Select(reference => reference.GetSyntax())
        .OfType<ConstructorDeclarationSyntax>()
        .Any(written => written.Initializer.IsKind(SyntaxKind.ThisConstructorInitializer));

    // Written by a generator, which answers for it.
    private static bool IsWritten(IMethodSymbol constructor) =>
        constructor.DeclaringSyntaxReferences.Any(OwnOutput.Contains);

    private static bool Same(ISymbol one, ISymbol other) => SymbolEqualityComparer.Default.Equals(one, other);

    private sealed record RegisteringBase(INamedTypeSymbol? Type);

    private sealed record Made(IFieldSymbol Field, IOperation? Value, SyntaxNode Syntax);
}
