using Microsoft.CodeAnalysis;

namespace CoLearn.Generators.Reading;

// Reads the types that a model's attributes name, and the blocks that its layers name, and the blocks in those.
internal sealed class BlockReader(KnownTypes known)
{
    public const int MostLayers = 10_000;

    private readonly HashSet<ITypeSymbol> open = new(SymbolEqualityComparer.Default);
    private int layers;
    private int faults;

    public KnownTypes Known => known;

    public TypeUse ReadType(ITypeSymbol type)
    {
        var use = known.Use(type);
        return Read(type) is { } block ? use with { Block = block } : use;
    }

    // Null where the type is no block.
    public BlockUse? Read(ITypeSymbol type)
    {
        if (type is not INamedTypeSymbol named)
            return null;
        if (known.Blocks.TryGetValue(named, out var read) && layers + read.Attributes <= MostLayers)
        {
            layers += read.Attributes;
            return read.Use;
        }

        var placed = AttributeOrder.Of(named, known);
        if (placed.All(attribute => attribute.Role != AttributeRole.Block))
            return null;
        if (!open.Add(type))
            return Unread(BlockFault.Circular);

        var (layersBefore, faultsBefore) = (layers, faults);
        try
        {
            layers += placed.Length;
            if (layers > MostLayers)
                return Unread(BlockFault.Endless);
            var attributes = AttributeReader.Read(placed, this, cancellation: default);
            if (attributes.Contains(null))
                return Unread(BlockFault.Unreadable);
            var block = new BlockUse(new EquatableArray<AttributeUse>(attributes!), BlockFault.None);
            // What a block is does not depend on where it is used, except for a fault.
            if (faults == faultsBefore)
                known.Blocks.TryAdd(named, (block, layers - layersBefore));
            return block;
        }
        finally
        {
            open.Remove(type);
        }
    }

    private BlockUse Unread(BlockFault fault)
    {
        faults++;
        return new BlockUse(default, fault);
    }
}
