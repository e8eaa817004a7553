using CoLearn.Generators.Diagnostics;
using CoLearn.Generators.Reading;
using CoLearn.Generators.Shapes.Layers;
using CoLearn.Generators.Shapes.Training;

namespace CoLearn.Generators.Shapes;

// Layers that fit, and yet make no sense where they stand.
internal static class OrderRules
{
    private static readonly string[] limits = ["ReLU", "ReLU6", "Softplus", "Hardtanh", "Tanh", "Softsign"];
    private static readonly string[] limitsAndOdds = [.. limits, "Sigmoid", "Hardsigmoid", "LogSigmoid"];

    public static void Check(LearnerDeclaration model, LossRule? loss, Findings findings)
    {
        var layers = model.All(AttributeRole.Layer);
        for (var index = 1; index < layers.Count; index++)
            CheckPair(model, layers[index - 1], layers[index], findings);

        // Flattening leaves every value as it is.
        if (layers.LastOrDefault(layer => layer.Name != "Flatten") is { } end)
            CheckEnd(model, end, loss, findings);
    }

    private static void CheckPair(LearnerDeclaration model, AttributeUse first, AttributeUse second, Findings findings)
    {
        if (Outputs(first) is { } between && Outputs(second) is { } outputs)
        {
            // A narrow layer between two wide ones limits what the two can express, which may be meant.
            if (between >= outputs)
                findings.Add(Mistakes.LinearFollowsLinear, second, Literal.Of(outputs), model.Class, Literal.Of(between));
        }
        else if (IsActivation(first) && IsActivation(second) && AreAlike(first, second))
        {
            findings.Add(Mistakes.ActivationIsRepeated, second, second.Name, model.Class, first.Name);
        }
    }

    private static void CheckEnd(LearnerDeclaration model, AttributeUse end, LossRule? loss, Findings findings)
    {
        var limiting = loss?.Output switch
        {
            OutputKind.ClassScores => limitsAndOdds,
            OutputKind.Logits => limits,
            _ => [],
        };
        if (limiting.Contains(end.Name))
            findings.Add(Mistakes.ActivationLimitsScores, end, end.Name, model.Class, loss!.Attribute);
        if (end.Name is "Dropout" or "Dropout2d")
            findings.Add(Mistakes.DropoutIsLast, end, end.Name, model.Class);
    }

    private static int? Outputs(AttributeUse layer) => layer.Name == "Linear" ? layer["outFeatures"] as int? : null;

    private static bool IsActivation(AttributeUse layer) =>
        LayerRules.For(layer.Name) is ActivationRule or HardtanhRule or PReLURule or SoftmaxRule;

    private static bool AreAlike(AttributeUse first, AttributeUse second) =>
        (LayerRules.For(first.Name) is SoftmaxRule && LayerRules.For(second.Name) is SoftmaxRule)
        || (first.Name == second.Name && Parameters(first).SequenceEqual(Parameters(second)));

    private static IEnumerable<Argument> Parameters(AttributeUse layer) => layer.Arguments.Where(argument => argument.Name != "Name");
}
