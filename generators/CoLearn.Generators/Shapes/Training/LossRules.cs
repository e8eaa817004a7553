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

        if (stack?.Last is { } last)
            CheckOutput(model, last, attribute, loss, findings);
        return loss;
    }

    private static void CheckOutput(LearnerDeclaration model, LayerPlan last, AttributeUse attribute, LossRule loss, Findings findings)
    {
        if (last.Output.Rank != 1)
            Misfit("a flat output", "end with [Flatten, Linear(…)]");
        else if (loss.TakesClasses && last.Output[0] < 2)
            Misfit("an output of at least 2 classes", "give [Linear] an output for each class, or use [BCEWithLogitsLoss]");
        else if (loss.Output == OutputKind.LogProbabilities && last.Kind != "LogSoftmax")
            WrongEnd("takes log-probabilities", "put [LogSoftmax] at the end, or use [CrossEntropyLoss]");
        else if (loss.Output == OutputKind.ClassScores && last.Kind == "LogSoftmax")
            WrongEnd("takes raw scores and applies log-softmax itself", "remove [LogSoftmax], or use [NLLLoss]");

        void Misfit(string needs, string wayOut) => findings.Add(
            Mistakes.OutputDoesNotFitLoss, attribute, attribute.Name, model.Class, needs, last.Name, last.Output.ToString(), wayOut);

        void WrongEnd(string takes, string wayOut) => findings.Add(
            Mistakes.LogSoftmaxDoesNotFitLoss, attribute, attribute.Name, model.Class, takes, last.Kind, last.Name, wayOut);
    }
}
