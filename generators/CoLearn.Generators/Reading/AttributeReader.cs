using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace CoLearn.Generators.Reading;

internal static class AttributeReader
{
    private const string Suffix = "Attribute";

    // Null where the compiler could not make sense of the attribute, and says so itself.
    public static AttributeUse? Read(PlacedAttribute placed, int part, Compilation compilation, BlockReader blocks)
    {
        var (attribute, role) = (placed.Data, placed.Role);
        if (attribute.AttributeConstructor is not { } constructor || attribute.AttributeClass is not { } type)
            return null;
        if (constructor.Parameters.Length != attribute.ConstructorArguments.Length)
            return null;

        var constants = constructor.Parameters
            .Select((parameter, index) => new KeyValuePair<string, TypedConstant>(parameter.Name, attribute.ConstructorArguments[index]))
            .Concat(attribute.NamedArguments)
            .ToImmutableArray();
        if (constants.Any(pair => !IsReadable(pair.Value)) || type.TypeArguments.Any(argument => argument.TypeKind == TypeKind.Error))
            return null;

        var arguments = constants
            .Select(pair => new Argument(pair.Key, Value(pair.Value, compilation, blocks)))
            .Concat(type.TypeArguments.Zip(type.TypeParameters, (argument, parameter) => (argument, parameter))
                .Select(pair => new Argument(pair.parameter.Name, TypeReader.Read(pair.argument, compilation, blocks))));
        return new AttributeUse(role, NameOf(type), part, arguments.ToEquatableArray());
    }

    // Conv2d for CoLearn.Conv2dAttribute, Voting<Mine> for CoLearn.VotingAttribute<Mine>; an attribute of another's keeps its full name,
    // so that it is not taken for one of ours.
    public static string NameOf(INamedTypeSymbol attribute)
    {
        if (!attribute.ContainingNamespace.IsCoLearn() || attribute.ContainingType is not null)
            return Trimmed(attribute.ToDisplayString());
        var arguments = attribute.TypeArguments.Select(type => type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)).ToList();
        return Trimmed(attribute.Name) + (arguments.Count == 0 ? "" : $"<{string.Join(", ", arguments)}>");
    }

    private static string Trimmed(string name) =>
        name.EndsWith(Suffix, StringComparison.Ordinal) ? name.Substring(0, name.Length - Suffix.Length) : name;

    private static bool IsReadable(TypedConstant constant) => constant.Kind switch
    {
        TypedConstantKind.Error => false,
        TypedConstantKind.Array => constant.IsNull || constant.Values.All(IsReadable),
        TypedConstantKind.Type => constant.Value is not ITypeSymbol { TypeKind: TypeKind.Error },
        _ => true,
    };

    private static object? Value(TypedConstant constant, Compilation compilation, BlockReader blocks) => constant.Kind switch
    {
        TypedConstantKind.Array when constant.IsNull => null,
        TypedConstantKind.Array => constant.Values.Select(item => item.Value is int size ? size : 0).ToEquatableArray(),
        TypedConstantKind.Type when constant.Value is ITypeSymbol type => TypeReader.Read(type, compilation, blocks),
        _ => constant.Value,
    };
}
