using CoLearn.Generators.Diagnostics;
using CoLearn.Generators.Reading;

namespace CoLearn.Generators.Shapes.Training;

internal static class LossRules
{
    public static LossRule? Check(LearnerDeclaration model, StackPlan? stack, Findings findings)
    {
        var attribute = findings.Sole(model, AttributeRole.Loss, Mistakes.LossIsMissing, Mistakes.LossMustBeAlone);
        if (attribute is null)
            return null;
        if (LossRule.For(attribute.Name) is not { } loss)
        {
            findings.Add(Mistakes.AttributeIsUnknown, attribute, attribute.Name, model.Class);
            return null;
        }

        if (stack is { IsOwnModule: false })
            CheckOutput(model, stack, attribute, loss, findings);
        return loss;
    }

    private static void CheckOutput(LearnerDeclaration model, StackPlan stack, AttributeUse attribute, LossRule loss, Findings findings)
    {
        var last = stack.Last;
        // Flattening leaves every value as it is.
        var end = stack.Layers.LastOrDefault(layer => layer.Kind != "Flatten") ?? last;
        if (last.Output.Rank != 1)
            Misfit("a flat output", "end with [Flatten, Linear(…)]");
        else if (loss.HasClasses && last.Output[0] < 2)
            Misfit("an output of at least 2 classes", "give [Linear] an output for each class, or use [BCEWithLogitsLoss]");
        else if (LossEnd.Problem(loss, end.Kind) is var (takes, wayOut))
            findings.Add(Mistakes.LogSoftmaxDoesNotFitLoss, attribute, attribute.Name, model.Class, takes, end.Kind, end.Name, wayOut);

        void Misfit(string needs, string wayOut) => findings.Add(
            Mistakes.OutputDoesNotFitLoss, attribute, attribute.Name, model.Class, needs, last.Name, last.Output.ToString(), wayOut);
    }
}
