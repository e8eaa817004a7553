using CoLearn.Data;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CoLearn.Training;

/// <summary>What a module gives for a whole set.</summary>
internal static class Forward
{
    private const int BatchSize = 256;

    /// <summary>Runs the module over a set, in evaluation mode and without gradients; both tensors belong to the caller's dispose scope.</summary>
    public static (Tensor Output, Tensor Target) Over(Module<Tensor, Tensor> module, ExampleSet set, CancellationToken cancellation)
    {
        module.eval();
        using var scope = NewDisposeScope();
        var outputs = new List<Tensor>();
        for (var start = 0; start < set.Count; start += BatchSize)
        {
            cancellation.ThrowIfCancellationRequested();
            using var batchScope = NewDisposeScope();
            var (features, _) = set.Batch(start, Math.Min(BatchSize, set.Count - start));
            outputs.Add(module.call(features).MoveToOuterDisposeScope());
        }

        return (cat(outputs).MoveToOuterDisposeScope(), set.BatchTargets().MoveToOuterDisposeScope());
    }
}
