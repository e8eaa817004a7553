using Microsoft.CodeAnalysis;

namespace CoLearn.Generators.Reading;

internal static class TypeReader
{
    private const string LearnerData = "CoLearn.ILearnerData`1";
    private const string LearnerSets = "CoLearn.Data.LearnerSets";
    private const string TensorScore = "CoLearn.Training.ITensorScore";
    private const string WeightsFormat = "CoLearn.IWeightsFormat";

    public static TypeUse Read(ITypeSymbol type, Compilation compilation, BlockReader blocks) => new(
        type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat),
        type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat),
        CanBeMade(type),
        LoadsSets(type, compilation),
        compilation.GetTypeByMetadataName(TensorScore) is { } score && type.Implements(score),
        ModuleTypes.Of(compilation)?.IsTensorModule(type) == true,
        compilation.GetTypeByMetadataName(WeightsFormat) is { } format && type.Implements(format),
        Loads(type, compilation).ToEquatableArray(),
        blocks.Read(type));

    public static bool Implements(this ITypeSymbol type, INamedTypeSymbol contract) =>
        type.AllInterfaces.Contains(contract, SymbolEqualityComparer.Default);

    public static bool HasPublicDefaultConstructor(INamedTypeSymbol type) => type.InstanceConstructors.Any(constructor =>
        constructor is { Parameters.IsEmpty: true, DeclaredAccessibility: Accessibility.Public });

    private static bool CanBeMade(ITypeSymbol type) =>
        type is INamedTypeSymbol { IsAbstract: false, IsUnboundGenericType: false, IsFileLocal: false } named
        && named.TypeKind is (TypeKind.Class or TypeKind.Struct)
        && HasPublicDefaultConstructor(named);

    private static IEnumerable<string> Loads(ITypeSymbol type, Compilation compilation) => Whole(type).AllInterfaces
        .Where(contract => SymbolEqualityComparer.Default.Equals(contract.OriginalDefinition, compilation.GetTypeByMetadataName(LearnerData)))
        .Select(contract => contract.TypeArguments[0].ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat));

    // An unbound Mine<> implements nothing; what counts is what Mine<T> would.
    private static ITypeSymbol Whole(ITypeSymbol type) =>
        type is INamedTypeSymbol { IsUnboundGenericType: true } ? type.OriginalDefinition : type;

    private static bool LoadsSets(ITypeSymbol type, Compilation compilation) =>
        compilation.GetTypeByMetadataName(LearnerData) is { } data
        && compilation.GetTypeByMetadataName(LearnerSets) is { } sets
        && Whole(type).Implements(data.Construct(sets));
}
