using CoLearn.Generators.Diagnostics;
using CoLearn.Generators.Reading;

namespace CoLearn.Generators.Shapes.Training;

internal static class BatchRules
{
    // PyTorch refuses to train so; TorchSharp goes on and learns nothing.
    public static void Check(LearnerDeclaration model, StackPlan stack, Findings findings)
    {
        var training = model.First(AttributeRole.Training);
        if (training?["BatchSize"] is 1 && stack.Layers.FirstOrDefault(IsOverTheBatchAlone) is { } norm)
            findings.Add(Mistakes.BatchNormNeedsBatches, training, norm.Kind, norm.Name, model.Class);
    }

    private static bool IsOverTheBatchAlone(LayerPlan layer) =>
        layer.Kind is "BatchNorm1d" or "BatchNorm2d" or "BatchNorm3d" && layer.Output.Count == layer.Output[0];
}
