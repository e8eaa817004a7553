using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoLearn.Generators.Reading;

internal static class DeclarationReader
{
    public const string LearnerAttribute = "CoLearn.LearnerAttribute";

    // A class with our attributes on it.
    public static LearnerDeclaration Read(
        INamedTypeSymbol type, ImmutableArray<PlacedAttribute> placed, Compilation compilation, CancellationToken cancellation)
    {
        var known = KnownTypes.Of(compilation);
        var declarations = type.DeclaringSyntaxReferences
            .Where(reference => !OwnOutput.Contains(reference))
            .Select(reference => reference.GetSyntax(cancellation))
            .OfType<TypeDeclarationSyntax>()
            .ToList();
        var attributes = AttributeReader.Read(placed, new BlockReader(known), cancellation);
        var isWhole = !attributes.Contains(null);
        var ownBases = OwnBases(declarations, compilation, cancellation);
        var traits = Traits(type, declarations, ownBases, known);
        // Only an algorithm of one's own is made by its constructor; a network's is generated.
        var isAlgorithm = (traits & ClassTraits.Learner) != 0;

        return new LearnerDeclaration(
            Written(type.ContainingNamespace),
            Escaped(type.Name),
            type.ContainingType?.Name,
            OwnBase(ownBases)?.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat),
            traits,
            isWhole && !HasUnresolvedAttribute(type) && !(isAlgorithm && !ConstructorReader.IsReadable(type)),
            TakenNames(type, declarations).ToEquatableArray(),
            isWhole ? new EquatableArray<AttributeUse>(attributes!) : attributes.OfType<AttributeUse>().ToEquatableArray(),
            (isAlgorithm ? ConstructorReader.Read(type) : []).ToEquatableArray(),
            known.Around);
    }

    private static bool HasUnresolvedAttribute(INamedTypeSymbol type) =>
        type.GetAttributes().Any(attribute => attribute.AttributeClass is null or { TypeKind: TypeKind.Error });

    private static ClassTraits Traits(
        INamedTypeSymbol type, List<TypeDeclarationSyntax> declarations, List<ITypeSymbol> ownBases, KnownTypes known)
    {
        var traits = ClassTraits.None;
        Add(ClassTraits.Partial, declarations.Any(declaration => declaration.Modifiers.Any(SyntaxKind.PartialKeyword)));
        Add(ClassTraits.Generic, type.IsGenericType);
        Add(ClassTraits.Static, type.IsStatic);
        Add(ClassTraits.Abstract, type.IsAbstract);
        Add(ClassTraits.Record, type.IsRecord);
        Add(ClassTraits.FileLocal, type.IsFileLocal);
        Add(ClassTraits.Learner, type.Implements(known.Learner));
        // The generated half implements it too; what counts is that the user says so.
        Add(ClassTraits.LearnerModel, ownBases.Any(own => IsOrImplements(own, known.LearnerModel)));
        // By the base that the user wrote: the generated half gives one with layers a base too.
        Add(ClassTraits.Module, OwnBase(ownBases) is { } written && known.Modules?.IsModule(written) == true);
        Add(ClassTraits.TensorModule, (traits & ClassTraits.Module) != 0 && known.Modules?.IsTensorModule(OwnBase(ownBases)) == true);
        Add(ClassTraits.MadeWithoutArguments, TypeReader.HasPublicDefaultConstructor(type));
        return traits;

        void Add(ClassTraits trait, bool holds) => traits |= holds ? trait : ClassTraits.None;
    }

    private static bool IsOrImplements(ITypeSymbol own, INamedTypeSymbol? contract) => own.TypeKind == TypeKind.Interface
        && (own.Implements(contract) || SymbolEqualityComparer.Default.Equals(own, contract));

    private static ITypeSymbol? OwnBase(List<ITypeSymbol> ownBases) =>
        ownBases.FirstOrDefault(type => type is { TypeKind: TypeKind.Class, SpecialType: not SpecialType.System_Object });

    private static List<ITypeSymbol> OwnBases(List<TypeDeclarationSyntax> declarations, Compilation compilation, CancellationToken cancellation)
    {
        var bases = new List<ITypeSymbol>();
        foreach (var declaration in declarations)
        {
            if (declaration.BaseList is not { Types: var written })
                continue;
            var model = compilation.GetSemanticModel(declaration.SyntaxTree);
            bases.AddRange(written.Select(type => model.GetTypeInfo(type.Type, cancellation).Type).OfType<ITypeSymbol>());
        }

        return bases;
    }

    // The user's own names where the generated ones go: members of the class, and types beside it.
    private static IEnumerable<string> TakenNames(INamedTypeSymbol type, List<TypeDeclarationSyntax> declarations)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal) { type.Name };
        foreach (var member in type.GetMembers())
        {
            if (!member.IsImplicitlyDeclared && NameTakenBy(member, type) is { Length: > 0 } name && !OwnOutput.IsOnly(member))
                names.Add(name);
        }

        foreach (var neighbour in new[] { type.Name + "Grain", type.Name + "Manifest" })
        {
            if (type.ContainingNamespace.GetTypeMembers(neighbour, 0).Any(taken => !OwnOutput.IsOnly(taken)))
                names.Add(neighbour);
        }

        if (declarations.Any(declaration => declaration.ParameterList is not null))
            names.Add(type.Name + "()");
        return names;
    }

    private static string? NameTakenBy(ISymbol member, INamedTypeSymbol type) => member switch
    {
        IMethodSymbol { MethodKind: MethodKind.Constructor, Parameters.IsEmpty: true } => type.Name + "()",
        IMethodSymbol { MethodKind: MethodKind.Constructor or MethodKind.StaticConstructor } => null,
        IMethodSymbol { Name: "forward", Parameters.Length: not 1 } => null,
        _ => member.Name,
    };

    // Empty for the global namespace.
    private static string Written(INamespaceSymbol space) => space.IsGlobalNamespace ? ""
        : space.ContainingNamespace.IsGlobalNamespace ? Escaped(space.Name)
        : Written(space.ContainingNamespace) + "." + Escaped(space.Name);

    private static string Escaped(string name) => IsKeyword(name) ? "@" + name : name;

    private static bool IsKeyword(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None;
}
