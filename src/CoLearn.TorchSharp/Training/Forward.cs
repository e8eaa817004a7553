using CoLearn.Data;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CoLearn.Training;

/// <summary>What a module gives for a set, batch by batch.</summary>
internal static class Forward
{
    /// <summary>The most that the widest layer gives for one batch: more than this is not kept by the allocator, but taken from the system each time.</summary>
    private const long WidestBytes = 8 << 20;

    private const int FewestExamples = 16;
    private const int MostExamples = 1024;
    private const int UsualExamples = 64;

    /// <summary>How many examples a batch may have.</summary>
    /// <param name="layers">The module's layers, as far as they are known.</param>
    public static int BatchSize(IReadOnlyList<LayerSummary> layers)
    {
        var widest = Widest(layers);
        return widest == 0 ? UsualExamples : (int)Math.Clamp(WidestBytes / (widest * sizeof(float)), FewestExamples, MostExamples);
    }

    /// <summary>Cuts a set into as few batches as can be, of about equal size.</summary>
    public static IEnumerable<(int Start, int Count)> Cut(int examples, int batchSize)
    {
        var batches = (examples + batchSize - 1) / batchSize;
        for (var batch = 0; batch < batches; batch++)
        {
            var start = (int)((long)examples * batch / batches);
            yield return (start, (int)((long)examples * (batch + 1) / batches) - start);
        }
    }

    /// <summary>What the module gives for consecutive examples, in evaluation mode and without gradients; the caller's to free.</summary>
    public static Tensor Over(Module<Tensor, Tensor> module, ExampleSet set, int start, int count)
    {
        module.eval();
        using var scope = NewDisposeScope();
        using var inference = inference_mode();
        return module.call(set.Batch(start, count).Features).DetachFromDisposeScope();
    }

    private static long Widest(IReadOnlyList<LayerSummary> layers) => layers
        .Select(layer => Math.Max(layer.Output.Aggregate(layer.Output.Count > 0 ? 1L : 0L, (size, extent) => size * extent), Widest(layer.Layers)))
        .DefaultIfEmpty()
        .Max();
}
