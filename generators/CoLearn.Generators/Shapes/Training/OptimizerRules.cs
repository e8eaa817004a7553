using CoLearn.Generators.Diagnostics;
using CoLearn.Generators.Reading;

namespace CoLearn.Generators.Shapes.Training;

internal static class OptimizerRules
{
    public static OptimizerPlan? Check(LearnerDeclaration model, Findings findings)
    {
        var attribute = findings.Sole(model, AttributeRole.Optimizer, Mistakes.OptimizerIsMissing, Mistakes.OptimizerMustBeAlone);
        if (attribute is null)
            return null;
        if (OptimizerRule.For(attribute.Name) is not { } rule)
        {
            findings.Add(Mistakes.AttributeIsUnknown, attribute, attribute.Name, model.Class);
            return null;
        }

        var given = new Given(attribute);
        var settings = rule.Parameters
            .Select(parameter => new Setting(
                parameter.Name, Literal.Of(given.Number(parameter.Name, parameter.Range, parameter.Otherwise))))
            .ToEquatableArray();
        findings.AddFaults(Mistakes.OptimizerArgumentOutOfRange, given, model.Class);
        return new OptimizerPlan($"global::CoLearn.Training.{rule.Attribute}Settings", settings);
    }
}
