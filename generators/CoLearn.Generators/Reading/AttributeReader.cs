using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoLearn.Generators.Reading;

internal static class AttributeReader
{
    private const string Suffix = "Attribute";

    // Each is null where the compiler could not make sense of the attribute, and says so itself.
    public static AttributeUse?[] Read(ImmutableArray<PlacedAttribute> placed, BlockReader blocks, CancellationToken cancellation)
    {
        var uses = new AttributeUse?[placed.Length];
        var part = 0;
        TypeDeclarationSyntax? last = null;
        for (var index = 0; index < uses.Length; index++)
        {
            var bearer = placed[index].Bearer(cancellation);
            part += index > 0 && bearer != last ? 1 : 0;
            last = bearer;
            uses[index] = Read(placed[index], part, blocks);
        }

        return uses;
    }

    // Null for an attribute of another's.
    public static AttributeKind? KindOf(INamedTypeSymbol attribute) =>
        RoleOf(attribute) is { } role ? new AttributeKind(role, NameOf(attribute)) : null;

    private static AttributeRole? RoleOf(INamedTypeSymbol attribute)
    {
        for (var type = attribute; type is not null; type = type.BaseType)
        {
            if (!IsCoLearn(type.ContainingNamespace))
                continue;
            switch (type.Name)
            {
                case "LearnerAttribute": return AttributeRole.Learner;
                case "BlockAttribute": return AttributeRole.Block;
                case "InputAttribute": return AttributeRole.Input;
                case "LayerAttribute": return AttributeRole.Layer;
                case "LossAttribute": return AttributeRole.Loss;
                case "OptimizerAttribute": return AttributeRole.Optimizer;
                case "TrainingAttribute": return AttributeRole.Training;
                case "VotingRuleAttribute": return AttributeRole.Voting;
            }
        }

        return null;
    }

    // Conv2d for CoLearn.Conv2dAttribute, Voting<Mine> for CoLearn.VotingAttribute<Mine>; an attribute of another's keeps its full name,
    // so that it is not taken for one of ours.
    private static string NameOf(INamedTypeSymbol attribute)
    {
        if (!IsCoLearn(attribute.ContainingNamespace) || attribute.ContainingType is not null)
            return Trimmed(attribute.ToDisplayString());
        var arguments = attribute.TypeArguments.Select(type => type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)).ToList();
        return Trimmed(attribute.Name) + (arguments.Count == 0 ? "" : $"<{string.Join(", ", arguments)}>");
    }

    private static bool IsCoLearn(INamespaceSymbol? space) => space is { Name: "CoLearn", ContainingNamespace.IsGlobalNamespace: true };

    private static string Trimmed(string name) =>
        name.EndsWith(Suffix, StringComparison.Ordinal) ? name.Substring(0, name.Length - Suffix.Length) : name;

    private static AttributeUse? Read(PlacedAttribute placed, int part, BlockReader blocks)
    {
        var attribute = placed.Data;
        if (attribute.AttributeConstructor is not { } constructor || attribute.AttributeClass is not { } type)
            return null;
        var names = blocks.Known.Parameters(constructor);
        var (given, named, types) = (attribute.ConstructorArguments, attribute.NamedArguments, type.TypeArguments);
        if (names.Length != given.Length
            || !given.All(IsReadable)
            || !named.All(pair => IsReadable(pair.Value))
            || types.Any(argument => argument.TypeKind == TypeKind.Error))
            return null;

        var arguments = new Argument[given.Length + named.Length + types.Length];
        var next = 0;
        foreach (var constant in given)
            arguments[next] = new Argument(names[next++], Value(constant, blocks));
        foreach (var pair in named)
            arguments[next++] = new Argument(pair.Key, Value(pair.Value, blocks));
        for (var index = 0; index < types.Length; index++)
            arguments[next++] = new Argument(type.TypeParameters[index].Name, blocks.ReadType(types[index]));
        return new AttributeUse(placed.Role, placed.Name, part, new EquatableArray<Argument>(arguments));
    }

    private static bool IsReadable(TypedConstant constant) => constant.Kind switch
    {
        TypedConstantKind.Error => false,
        TypedConstantKind.Array => constant.IsNull || constant.Values.All(IsReadable),
        TypedConstantKind.Type => constant.Value is not ITypeSymbol { TypeKind: TypeKind.Error },
        _ => true,
    };

    private static object? Value(TypedConstant constant, BlockReader blocks) => constant.Kind switch
    {
        TypedConstantKind.Array when constant.IsNull => null,
        TypedConstantKind.Array => constant.Values.Select(item => item.Value is int size ? size : 0).ToEquatableArray(),
        TypedConstantKind.Type when constant.Value is ITypeSymbol type => blocks.ReadType(type),
        _ => constant.Value,
    };
}
