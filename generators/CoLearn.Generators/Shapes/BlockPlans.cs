using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using CoLearn.Generators.Reading;

namespace CoLearn.Generators.Shapes;

// What became of an input in a block: a block gives the same layers for the same input wherever it is used, and is used again and again.
// Kept as long as the block is.
internal static class BlockPlans
{
    private static readonly ConditionalWeakTable<BlockUse, ConcurrentDictionary<Shape, BlockPlan>> all = new();

    public static ConcurrentDictionary<Shape, BlockPlan> Of(BlockUse block) => all.GetValue(block, static _ => new());
}
