using CoLearn.Generators.Diagnostics;
using CoLearn.Generators.Reading;

namespace CoLearn.Generators.Shapes;

// Where a model's layers begin, and that they stand in one order.
internal static class StackRules
{
    public static StackPlan? Check(LearnerDeclaration model, Findings findings)
    {
        var layers = model.All(AttributeRole.Layer);
        if (BlockRules.Apart(layers) is { } apart)
        {
            findings.Add(Mistakes.LayersMustStandTogether, apart, apart.Name, model.Class);
            return null;
        }

        return Input(model, findings) is { } input ? new StackWalk(model.Class, findings).Through(layers, input, StackPlace.Model) : null;
    }

    public static Shape? Input(LearnerDeclaration model, Findings findings)
    {
        if (model.First(AttributeRole.Input) is not { } attribute)
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
}
