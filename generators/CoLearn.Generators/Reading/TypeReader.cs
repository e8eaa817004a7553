using Microsoft.CodeAnalysis;

namespace CoLearn.Generators.Reading;

internal static class TypeReader
{
    // As it is by itself; a block is read by the model that names it.
    public static TypeUse Read(ITypeSymbol type, KnownTypes known) => new(
        type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat),
        type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat),
        CanBeMade(type),
        Whole(type).Implements(known.DataOfSets),
        type.Implements(known.TensorScore),
        known.Modules?.IsTensorModule(type) == true,
        type.Implements(known.WeightsFormat),
        Loads(type, known.LearnerData).ToEquatableArray(),
        Block: null);

    public static bool Implements(this ITypeSymbol type, INamedTypeSymbol? contract) =>
        contract is not null && type.AllInterfaces.Contains(contract, SymbolEqualityComparer.Default);

    public static bool HasPublicDefaultConstructor(INamedTypeSymbol type) => type.InstanceConstructors.Any(constructor =>
        constructor is { Parameters.IsEmpty: true, DeclaredAccessibility: Accessibility.Public });

    private static bool CanBeMade(ITypeSymbol type) =>
        type is INamedTypeSymbol { IsAbstract: false, IsUnboundGenericType: false, IsFileLocal: false } named
        && named.TypeKind is (TypeKind.Class or TypeKind.Struct)
        && HasPublicDefaultConstructor(named);

    private static IEnumerable<string> Loads(ITypeSymbol type, INamedTypeSymbol? data) => Whole(type).AllInterfaces
        .Where(contract => SymbolEqualityComparer.Default.Equals(contract.OriginalDefinition, data))
        .Select(contract => contract.TypeArguments[0].ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat));

    // An unbound Mine<> implements nothing; what counts is what Mine<T> would.
    private static ITypeSymbol Whole(ITypeSymbol type) =>
        type is INamedTypeSymbol { IsUnboundGenericType: true } ? type.OriginalDefinition : type;
}
