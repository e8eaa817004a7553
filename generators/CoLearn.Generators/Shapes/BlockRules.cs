using CoLearn.Generators.Diagnostics;
using CoLearn.Generators.Reading;

namespace CoLearn.Generators.Shapes;

// What a block's class must be, whoever uses it.
internal static class BlockRules
{
    public static void Check(string block, IReadOnlyList<AttributeUse> attributes, Findings findings)
    {
        var own = attributes.First(attribute => attribute.Role == AttributeRole.Block);
        foreach (var idle in attributes.Where(attribute => attribute.Role is not (AttributeRole.Block or AttributeRole.Layer)))
            findings.Add(Mistakes.AttributeWithoutEffectOnBlock, idle, idle.Name, block);

        var layers = attributes.Where(attribute => attribute.Role == AttributeRole.Layer).ToList();
        if (layers.Count == 0)
            findings.Add(Mistakes.BlockIsEmpty, own, block);
        else if (Apart(layers) is { } apart)
            findings.Add(Mistakes.LayersMustStandTogether, apart, apart.Name, block);
    }

    // Null where the block has a mistake of its own, which is reported there.
    public static IReadOnlyList<AttributeUse>? LayersOf(IReadOnlyList<AttributeUse> attributes)
    {
        var layers = attributes.Where(attribute => attribute.Role == AttributeRole.Layer).ToList();
        return layers.Count > 0 && Apart(layers) is null ? layers : null;
    }

    // The first layer that stands on another declaration than those before it.
    public static AttributeUse? Apart(IReadOnlyList<AttributeUse> layers) => layers.FirstOrDefault(layer => layer.Part != layers[0].Part);
}
