using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CoLearn.Training;

/// <summary>The shape of what a model gives for one example.</summary>
internal static class ModelOutput
{
    /// <summary>From the declared layers; for a module of one's own, by trying it on one example of zeros.</summary>
    public static long[] ShapeOf<TModel>(string learner, TorchDeclaration declaration)
        where TModel : Module<Tensor, Tensor>, new()
    {
        var shape = declaration.Layers.Count > 0
            ? [.. declaration.Layers[^1].Output.Select(extent => (long)extent)]
            : Tried<TModel>(declaration);
        if ((declaration.Loss.HasClasses() || declaration.Loss == LossKind.KullbackLeiblerDivergence) && shape.Length != 1)
            throw new InvalidOperationException($"Learner '{learner}' cannot start: the model '{declaration.Name}' gives ({string.Join(", ", shape)}) for an example, but {declaration.Loss} needs one score for each class.");

        return shape;
    }

    private static long[] Tried<TModel>(TorchDeclaration declaration)
        where TModel : Module<Tensor, Tensor>, new()
    {
        using var scope = NewDisposeScope();
        using var module = ModelFactory.Create<TModel>();
        module.eval();
        using var inference = inference_mode();
        return module.call(zeros([1, .. declaration.Input.Select(extent => (long)extent)])).shape[1..];
    }
}
