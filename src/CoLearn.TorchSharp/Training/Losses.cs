using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CoLearn.Training;

/// <summary>The losses as tensors.</summary>
internal static class Losses
{
    /// <summary>Whether targets are classes.</summary>
    public static bool HasClasses(this LossKind loss) => loss is LossKind.CrossEntropy or LossKind.NegativeLogLikelihood;

    /// <summary>Whether each output is one answer to a question of yes or no, with targets from 0 to 1.</summary>
    public static bool IsBinary(this LossKind loss) => loss is LossKind.BinaryCrossEntropyWithLogits or LossKind.BinaryCrossEntropy;

    /// <summary>Whether outputs and targets are numbers of any size, of which none is right or wrong.</summary>
    public static bool HasNumbers(this LossKind loss) =>
        loss is LossKind.MeanSquaredError or LossKind.MeanAbsoluteError or LossKind.SmoothAbsoluteError;

    /// <summary>The mean loss of a batch, to be trained on.</summary>
    public static Tensor Mean(this LossKind loss, Tensor output, Tensor target) => loss.Of(output, target, Reduction.Mean);

    /// <summary>The mean loss of a whole set: its terms are added up in double precision.</summary>
    public static double Value(this LossKind loss, Tensor output, Tensor target)
    {
        using var scope = NewDisposeScope();
        return loss.Of(output, target, Reduction.None).to(ScalarType.Float64).mean().item<double>();
    }

    /// <summary>The share of predictions that are right: the likeliest class, or for yes and no the right side of even odds.</summary>
    public static double Accuracy(this LossKind loss, Tensor output, Tensor target)
    {
        using var scope = NewDisposeScope();
        var right = loss switch
        {
            _ when loss.HasClasses() => output.argmax(1).eq(target),
            LossKind.BinaryCrossEntropyWithLogits => output.gt(0).eq(target.gt(0.5)),
            LossKind.BinaryCrossEntropy => output.gt(0.5).eq(target.gt(0.5)),
            LossKind.KullbackLeiblerDivergence => output.argmax(1).eq(target.argmax(1)),
            _ => throw new InvalidOperationException($"Accuracy is not defined under the loss {loss}; vote by \"{Criteria.Loss}\" instead."),
        };
        return (double)right.sum().item<long>() / right.numel();
    }

    private static Tensor Of(this LossKind loss, Tensor output, Tensor target, Reduction reduction) => loss switch
    {
        LossKind.CrossEntropy => functional.cross_entropy(output, target, reduction: reduction),
        LossKind.NegativeLogLikelihood => functional.nll_loss(output, target, reduction: reduction),
        LossKind.BinaryCrossEntropyWithLogits => functional.binary_cross_entropy_with_logits(output, target, reduction: reduction),
        LossKind.BinaryCrossEntropy => functional.binary_cross_entropy(output, target, reduction: reduction),
        LossKind.KullbackLeiblerDivergence => Divergence(output, target, reduction),
        LossKind.MeanSquaredError => functional.mse_loss(output, target, reduction),
        LossKind.MeanAbsoluteError => functional.l1_loss(output, target, reduction),
        LossKind.SmoothAbsoluteError => functional.smooth_l1_loss(output, target, reduction),
        _ => throw new ArgumentOutOfRangeException(nameof(loss), loss, null),
    };

    // torch's own mean is over examples and classes.
    private static Tensor Divergence(Tensor output, Tensor target, Reduction reduction)
    {
        using var terms = functional.kl_div(output, target, log_target: false, Reduction.None);
        using var each = terms.sum(1);
        return reduction == Reduction.Mean ? each.mean() : each.alias();
    }
}
