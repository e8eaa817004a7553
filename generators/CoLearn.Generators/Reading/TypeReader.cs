using Microsoft.CodeAnalysis;

namespace CoLearn.Generators.Reading;

internal static class TypeReader
{
    private const string LearnerData = "CoLearn.ILearnerData`1";
    private const string LearnerSets = "CoLearn.Data.LearnerSets";
    private const string TensorScore = "CoLearn.Training.ITensorScore";

    public static TypeUse Read(ITypeSymbol type, Compilation compilation) => new(
        type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat),
        type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat),
        CanBeMade(type),
        LoadsSets(type, compilation),
        compilation.GetTypeByMetadataName(TensorScore) is { } score && type.Implements(score));

    public static bool Implements(this ITypeSymbol type, INamedTypeSymbol contract) =>
        type.AllInterfaces.Contains(contract, SymbolEqualityComparer.Default);

    public static bool HasPublicDefaultConstructor(INamedTypeSymbol type) => type.InstanceConstructors.Any(constructor =>
        constructor is { Parameters.IsEmpty: true, DeclaredAccessibility: Accessibility.Public });

    private static bool CanBeMade(ITypeSymbol type) =>
        type is INamedTypeSymbol { IsAbstract: false, IsUnboundGenericType: false, IsFileLocal: false } named
        && named.TypeKind is (TypeKind.Class or TypeKind.Struct)
        && HasPublicDefaultConstructor(named);

    // An unbound Mine<> implements nothing; what counts is what Mine<T> would.
    private static bool LoadsSets(ITypeSymbol type, Compilation compilation)
    {
        var whole = type is INamedTypeSymbol { IsUnboundGenericType: true } ? type.OriginalDefinition : type;
        return compilation.GetTypeByMetadataName(LearnerData) is { } data
            && compilation.GetTypeByMetadataName(LearnerSets) is { } sets
            && whole.Implements(data.Construct(sets));
    }
}
