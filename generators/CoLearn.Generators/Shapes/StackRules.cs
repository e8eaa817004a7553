using CoLearn.Generators.Diagnostics;
using CoLearn.Generators.Reading;

namespace CoLearn.Generators.Shapes;

// Leads the input's shape through the layers. The first that does not fit ends the walk, since what leaves it is unknown.
internal static class StackRules
{
    public static StackPlan? Check(LearnerDeclaration model, Findings findings)
    {
        var layers = model.Attributes.Where(attribute => attribute.Role == AttributeRole.Layer).ToList();
        if (layers.FirstOrDefault(layer => layer.Part != layers[0].Part) is { } apart)
        {
            findings.Add(Mistakes.LayersMustStandTogether, apart, apart.Name, model.Class);
            return null;
        }

        return Input(model, findings) is { } input ? Walk(model, input, layers, findings) : null;
    }

    public static Shape? Input(LearnerDeclaration model, Findings findings)
    {
        if (model.Attributes.FirstOrDefault(attribute => attribute.Role == AttributeRole.Input) is not { } attribute)
        {
            findings.Add(Mistakes.InputIsMissing, at: null, model.Class);
            return null;
        }

        var sizes = attribute["shape"] is EquatableArray<int> given ? given : default;
        var shape = new Shape(sizes);
        if (sizes.Count > 0 && sizes.All(size => size >= 1))
        {
            if (shape.Count is not null)
                return shape;
            findings.Add(Mistakes.NetworkIsTooLarge, attribute, attribute.Name, shape.ToString(), model.Class);
            return null;
        }

        findings.Add(Mistakes.InputSizeOutOfRange, attribute, model.Class, sizes.Count == 0 ? "empty" : shape.ToString());
        return null;
    }

    private static StackPlan? Walk(LearnerDeclaration model, Shape input, List<AttributeUse> layers, Findings findings)
    {
        var plans = new List<LayerPlan>();
        var names = new LayerNames(model, findings);
        var shape = input;
        var total = 0L;
        foreach (var attribute in layers)
        {
            if (LayerRules.For(attribute.Name) is not { } rule)
            {
                findings.Add(Mistakes.AttributeIsUnknown, attribute, attribute.Name, model.Class);
                return null;
            }

            if (names.Next(rule, attribute) is not { } name)
                return null;
            if (Fit(model, rule, new LayerSite(attribute, shape), name, total, findings) is not { } plan)
                return null;
            plans.Add(plan);
            shape = plan.Output;
            total += plan.Parameters;
        }

        return new StackPlan(input, plans.ToEquatableArray(), total);
    }

    private static LayerPlan? Fit(LearnerDeclaration model, LayerRule rule, LayerSite site, string name, long total, Findings findings)
    {
        var fit = rule.Apply(site);
        var (kind, attribute) = (rule.Attribute, site.Attribute);
        foreach (var fault in site.Faults)
            findings.Add(Mistakes.LayerArgumentOutOfRange, attribute, fault.Argument, kind, name, model.Class, fault.Value, fault.Range);
        if (site.Faults.Count > 0)
            return null;

        if (site.Needs is not null)
        {
            findings.Add(Mistakes.LayerDoesNotFit, attribute, kind, name, model.Class, site.Needs, site.Input.ToString(), site.WayOut!);
            return null;
        }

        if (fit?.Output.Count is null || Parameters(fit) is not { } parameters || parameters > long.MaxValue - total)
        {
            findings.Add(Mistakes.NetworkIsTooLarge, attribute, kind, name, model.Class);
            return null;
        }

        return new LayerPlan(name, kind, rule.Type, fit.Create, fit.Output, fit.Tensors, parameters);
    }

    private static long? Parameters(Fit fit)
    {
        var sum = 0L;
        foreach (var tensor in fit.Tensors.Where(tensor => tensor.IsLearned))
        {
            if (tensor.Count is not { } count || count > long.MaxValue - sum)
                return null;
            sum += count;
        }

        return sum;
    }
}
