using CoLearn.Generators;
using CoLearn.Generators.Reading;

namespace CoLearn.Stacks;

/// <summary>A block's class.</summary>
internal sealed record DrawnBlock(string Name, IReadOnlyList<DrawnLayer> Layers)
{
    public override string ToString() => $"[Block, {string.Join(", ", Layers)}] internal sealed partial class {Name};";

    public TypeUse Type => new(
        "global::Drawn." + Name,
        Name,
        CanBeMade: true,
        LoadsSets: false,
        ScoresTensors: false,
        MapsTensors: false,
        IsFormat: false,
        Loads: default,
        new BlockUse(
            Layers.Select(layer => layer.Use).Prepend(new AttributeUse(AttributeRole.Block, "Block", Part: 0, default)).ToEquatableArray(),
            BlockFault.None));
}
