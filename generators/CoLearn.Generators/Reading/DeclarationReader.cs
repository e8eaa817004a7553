using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoLearn.Generators.Reading;

internal static class DeclarationReader
{
    public const string LearnerAttribute = "CoLearn.LearnerAttribute";

    public static LearnerDeclaration Read(INamedTypeSymbol type, Compilation compilation, CancellationToken cancellation)
    {
        var declarations = type.DeclaringSyntaxReferences
            .Where(reference => !OwnOutput.Contains(reference))
            .Select(reference => reference.GetSyntax(cancellation))
            .OfType<TypeDeclarationSyntax>()
            .ToList();
        var placed = AttributeOrder.Of(type);
        var parts = placed.Select(attribute => attribute.Bearer(cancellation)).Distinct().ToList();
        var blocks = new BlockReader(compilation);
        var attributes = placed
            .Select(attribute => AttributeReader.Read(attribute, parts.IndexOf(attribute.Bearer(cancellation)), compilation, blocks))
            .ToList();
        var ownBases = OwnBases(declarations, compilation, cancellation).ToList();
        var traits = Traits(type, declarations, ownBases, compilation);
        // Only an algorithm of one's own is made by its constructor; a network's is generated.
        var isAlgorithm = (traits & ClassTraits.Learner) != 0;

        return new LearnerDeclaration(
            type.ContainingNamespace.IsGlobalNamespace ? "" : Written(type.ContainingNamespace),
            Escaped(type.Name),
            type.ContainingType?.Name,
            OwnBase(ownBases)?.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat),
            traits,
            attributes.All(attribute => attribute is not null) && !HasUnresolvedAttribute(type) && !(isAlgorithm && !ConstructorReader.IsReadable(type)),
            TakenNames(type, declarations).ToEquatableArray(),
            attributes.OfType<AttributeUse>().ToEquatableArray(),
            (isAlgorithm ? ConstructorReader.Read(type) : []).ToEquatableArray(),
            SurroundingsReader.Read(compilation));
    }

    private static bool HasUnresolvedAttribute(INamedTypeSymbol type) =>
        type.GetAttributes().Any(attribute => attribute.AttributeClass is null or { TypeKind: TypeKind.Error });

    private static ClassTraits Traits(
        INamedTypeSymbol type, List<TypeDeclarationSyntax> declarations, List<ITypeSymbol> ownBases, Compilation compilation)
    {
        var traits = ClassTraits.None;
        Add(ClassTraits.Partial, declarations.Any(declaration => declaration.Modifiers.Any(SyntaxKind.PartialKeyword)));
        Add(ClassTraits.Generic, type.IsGenericType);
        Add(ClassTraits.Static, type.IsStatic);
        Add(ClassTraits.Abstract, type.IsAbstract);
        Add(ClassTraits.Record, type.IsRecord);
        Add(ClassTraits.FileLocal, type.IsFileLocal);
        Add(ClassTraits.Learner, Implements("CoLearn.ILearner"));
        // The generated half implements it too; what counts is that the user says so.
        Add(ClassTraits.LearnerModel, ownBases.Any(own => Is(own, "CoLearn.ILearnerModel")));
        // By the base that the user wrote: the generated half gives one with layers a base too.
        Add(ClassTraits.Module, ModuleTypes.Of(compilation)?.IsModule(OwnBase(ownBases)) == true);
        Add(ClassTraits.TensorModule, ModuleTypes.Of(compilation)?.IsTensorModule(OwnBase(ownBases)) == true);
        Add(ClassTraits.MadeWithoutArguments, TypeReader.HasPublicDefaultConstructor(type));
        return traits;

        void Add(ClassTraits trait, bool holds) => traits |= holds ? trait : ClassTraits.None;

        bool Is(ITypeSymbol own, string contract) => own.TypeKind == TypeKind.Interface
            && compilation.GetTypeByMetadataName(contract) is { } symbol
            && (own.Implements(symbol) || SymbolEqualityComparer.Default.Equals(own, symbol));

        bool Implements(string contract) => compilation.GetTypeByMetadataName(contract) is { } symbol && type.Implements(symbol);
    }

    private static ITypeSymbol? OwnBase(List<ITypeSymbol> ownBases) =>
        ownBases.FirstOrDefault(type => type is { TypeKind: TypeKind.Class, SpecialType: not SpecialType.System_Object });

    private static IEnumerable<ITypeSymbol> OwnBases(List<TypeDeclarationSyntax> declarations, Compilation compilation, CancellationToken cancellation) =>
        from declaration in declarations
        where declaration.BaseList is not null
        let model = compilation.GetSemanticModel(declaration.SyntaxTree)
        from written in declaration.BaseList!.Types
        let type = model.GetTypeInfo(written.Type, cancellation).Type
        where type is not null
        select type;

    // The user's own names where the generated ones go: members of the class, and types beside it.
    private static IEnumerable<string> TakenNames(INamedTypeSymbol type, List<TypeDeclarationSyntax> declarations)
    {
        var members = type.GetMembers()
            .Where(member => !member.IsImplicitlyDeclared && !OwnOutput.IsOnly(member))
            .Select(member => member switch
            {
                IMethodSymbol { MethodKind: MethodKind.Constructor, Parameters.IsEmpty: true } => type.Name + "()",
                IMethodSymbol { MethodKind: MethodKind.Constructor or MethodKind.StaticConstructor } => "",
                IMethodSymbol { Name: "forward", Parameters.Length: not 1 } => "",
                _ => member.Name,
            });
        var neighbours = new[] { type.Name + "Grain", type.Name + "Manifest" }
            .Where(name => type.ContainingNamespace.GetTypeMembers(name, 0).Any(neighbour => !OwnOutput.IsOnly(neighbour)));
        var primary = declarations.Any(declaration => declaration.ParameterList is not null) ? [type.Name + "()"] : Array.Empty<string>();
        return members.Concat(neighbours).Concat(primary).Append(type.Name)
            .Where(name => name.Length > 0)
            .Distinct()
            .OrderBy(name => name, StringComparer.Ordinal);
    }

    private static string Written(INamespaceSymbol space) =>
        space.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat.WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted));

    private static string Escaped(string name) => IsKeyword(name) ? "@" + name : name;

    private static bool IsKeyword(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None;
}
