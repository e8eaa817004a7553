using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace CoLearn.Generators.Reading;

internal static class AttributeOrder
{
    // Our attributes on a class in source order; declarations come in the compilation's order of files. Those of a block in another assembly
    // have no place in a file, and come in the order in which that assembly holds them.
    public static ImmutableArray<PlacedAttribute> Of(INamedTypeSymbol type, KnownTypes known)
    {
        var declarations = type.DeclaringSyntaxReferences;
        var attributes = type.GetAttributes();
        var placed = ImmutableArray.CreateBuilder<PlacedAttribute>(attributes.Length);
        foreach (var attribute in attributes)
        {
            if ((attribute.ApplicationSyntaxReference is not null || declarations.IsEmpty) && known.Attribute(attribute.AttributeClass) is { } kind)
                placed.Add(new PlacedAttribute(attribute, kind));
        }

        // The compiler gives those of one declaration in source order.
        return declarations.Length < 2 ? placed.DrainToImmutable() : InOrder(placed, [.. declarations.Select(reference => reference.SyntaxTree)]);
    }

    private static ImmutableArray<PlacedAttribute> InOrder(IEnumerable<PlacedAttribute> placed, List<SyntaxTree> trees) =>
    [
        .. placed
            .OrderBy(attribute => trees.IndexOf(attribute.Data.ApplicationSyntaxReference!.SyntaxTree))
            .ThenBy(attribute => attribute.Data.ApplicationSyntaxReference!.Span.Start),
    ];
}
