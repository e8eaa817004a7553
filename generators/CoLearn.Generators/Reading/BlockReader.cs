using Microsoft.CodeAnalysis;

namespace CoLearn.Generators.Reading;

// Reads the blocks that a model's layers name, and the blocks in those.
internal sealed class BlockReader(Compilation compilation)
{
    public const int MostLayers = 10_000;

    private readonly HashSet<ITypeSymbol> open = new(SymbolEqualityComparer.Default);
    private int layers;

    // Null where the type is no block.
    public BlockUse? Read(ITypeSymbol type)
    {
        if (type is not INamedTypeSymbol named)
            return null;
        var placed = AttributeOrder.Of(named);
        if (placed.All(attribute => attribute.Role != AttributeRole.Block))
            return null;
        if (!open.Add(type))
            return new BlockUse(default, BlockFault.Circular);

        try
        {
            layers += placed.Length;
            if (layers > MostLayers)
                return new BlockUse(default, BlockFault.Endless);
            var parts = placed.Select(attribute => attribute.Bearer(default)).Distinct().ToList();
            var attributes = placed
                .Select(attribute => AttributeReader.Read(attribute, parts.IndexOf(attribute.Bearer(default)), compilation, this))
                .ToList();
            return attributes.Contains(null)
                ? new BlockUse(default, BlockFault.Unreadable)
                : new BlockUse(attributes.OfType<AttributeUse>().ToEquatableArray(), BlockFault.None);
        }
        finally
        {
            open.Remove(type);
        }
    }
}
