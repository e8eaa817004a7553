using CoLearn.Generators.Diagnostics;
using CoLearn.Generators.Reading;
using Microsoft.CodeAnalysis;

namespace CoLearn.Generators.Shapes;

// Leads a shape through layers, and through the blocks in them. The first layer that does not fit ends the walk, since what leaves it is unknown.
internal sealed class StackWalk(string model, Findings findings)
{
    private int layers;

    public StackPlan? Through(IEnumerable<AttributeUse> attributes, Shape input, StackPlace place)
    {
        var plans = new List<LayerPlan>();
        var names = new LayerNames(model, place, findings);
        var shape = input;
        var total = 0L;
        foreach (var attribute in attributes)
        {
            if (LayerRules.For(attribute.Kind) is not { } rule)
            {
                findings.Add(Mistakes.AttributeIsUnknown, place.At ?? attribute, attribute.Name, model);
                return null;
            }

            if (++layers > BlockReader.MostLayers)
            {
                ReportEndless(place.At ?? attribute);
                return null;
            }

            if (names.Next(rule, attribute, plans) is not { } name)
                return null;
            var site = new LayerSite(attribute, name, shape, place, this, isFirst: !place.IsBlock && plans.Count == 0);
            if (Fit(rule, site, name, place, total) is not { } plan)
                return null;
            plans.Add(plan);
            shape = plan.Output;
            total += plan.Parameters;
        }

        return new StackPlan(input, plans.ToEquatableArray(), total);
    }

    // The layers of a block that an argument names, on the shape that arrives there; null where it cannot be used, which is then reported.
    public StackPlan? Through(TypeUse type, AttributeUse layer, Shape input, StackPlace place)
    {
        if (type.Block is not { } block)
            findings.Add(Mistakes.BlockIsMissing, place.At, layer.Name, model, type.Title);
        else if (block.Fault == BlockFault.Circular)
            findings.Add(Mistakes.BlockIsCircular, place.At, place.At!.Name, model, type.Title);
        else if (block.Fault == BlockFault.Endless)
            ReportEndless(place.At!);
        else if (block.Fault == BlockFault.None)
            return Through(block, input, place);
        return null;
    }

    public void Report(DiagnosticDescriptor rule, StackPlace place, params string[] arguments) =>
        findings.Add(rule, place.At, [arguments[0], model, .. arguments.Skip(1)]);

    // Null where the block has a mistake of its own, which is reported there.
    private StackPlan? Through(BlockUse block, Shape input, StackPlace place)
    {
        var plans = BlockPlans.Of(block);
        if (plans.TryGetValue(input, out var known) && layers + known.Layers <= BlockReader.MostLayers)
        {
            layers += known.Layers;
            return known.Stack;
        }

        var before = layers;
        if (BlockRules.LayersOf(block.Attributes) is not { } attributes || Through(attributes, input, place) is not { } stack)
            return null;
        plans.TryAdd(input, new BlockPlan(stack, layers - before));
        return stack;
    }

    private void ReportEndless(AttributeUse at) =>
        findings.Add(Mistakes.BlockIsEndless, at, at.Name, model, Literal.Of(BlockReader.MostLayers));

    private LayerPlan? Fit(LayerRule rule, LayerSite site, string name, StackPlace place, long total)
    {
        var fit = rule.Apply(site);
        var (kind, at) = (site.Attribute.Name, place.At ?? site.Attribute);
        foreach (var fault in site.Faults)
            findings.Add(Mistakes.LayerArgumentOutOfRange, at, fault.Argument, kind, place.Path + name, model, fault.Value, fault.Range);
        if (site.Faults.Count > 0 || site.IsReported)
            return null;

        if (site.Needs is not null)
        {
            findings.Add(Mistakes.LayerDoesNotFit, at, kind, place.Path + name, model, site.Needs, site.Input.ToString(), site.WayOut!);
            return null;
        }

        if (fit?.Output?.Count is null || Parameters(fit) is not { } parameters || Plus(total, parameters) is null)
        {
            findings.Add(Mistakes.NetworkIsTooLarge, at, kind, place.Path + name, model);
            return null;
        }

        return new LayerPlan(name, kind, fit.Type ?? rule.Type, fit.Create, fit.Output, fit.Tensors, fit.Inner, parameters, fit.IsOwn || StackPlan.HoldsOwn(fit.Inner));
    }

    // Null where a long cannot hold the sum.
    private static long? Plus(long? sum, long? count) => sum > long.MaxValue - count ? null : sum + count;

    private static long? Parameters(Fit fit)
    {
        long? sum = 0;
        foreach (var tensor in fit.Tensors)
            sum = tensor.IsLearned ? Plus(sum, tensor.Count) : sum;
        foreach (var layer in fit.Inner)
            sum = Plus(sum, layer.Parameters);
        return sum;
    }
}
