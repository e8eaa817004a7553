using Microsoft.CodeAnalysis;

namespace CoLearn.Generators.Reading;

internal static class ConstructorReader
{
    public static IEnumerable<ConstructorUse> Read(INamedTypeSymbol type) => Public(type)
        .Select(constructor => new ConstructorUse(constructor.Parameters.Select(Read).ToEquatableArray()));

    public static bool IsReadable(INamedTypeSymbol type) =>
        !Public(type).Any(constructor => constructor.Parameters.Any(parameter => parameter.Type.TypeKind == TypeKind.Error));

    public static string[] Names(IMethodSymbol constructor) => [.. constructor.Parameters.Select(parameter => parameter.Name)];

    private static IEnumerable<IMethodSymbol> Public(INamedTypeSymbol type) =>
        type.InstanceConstructors.Where(constructor => constructor.DeclaredAccessibility == Accessibility.Public);

    private static ParameterUse Read(IParameterSymbol parameter)
    {
        var kind = parameter.RefKind == RefKind.None ? "" : parameter.RefKind.ToString().ToLowerInvariant() + " ";
        return new ParameterUse(
            parameter.Name,
            kind + parameter.Type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat),
            kind + parameter.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat));
    }
}
