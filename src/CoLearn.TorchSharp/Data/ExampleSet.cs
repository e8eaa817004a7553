using TorchSharp;
using static TorchSharp.torch;

namespace CoLearn.Data;

/// <summary>Examples in memory: features and the targets that belong to them. Owns its tensors.</summary>
/// <remarks>
/// Features may be kept as they were stored, for example bytes of grey: they become numbers of single precision, times <see cref="Scale"/>, only
/// when a batch is made. A set of 8-bit pictures so takes a quarter of the memory.
/// </remarks>
public sealed class ExampleSet : IDisposable
{
    /// <summary>Takes the tensors over; the caller uses them no more.</summary>
    /// <param name="features">One example a row, shape (n, …): uint8, float32 or float64, which a batch makes float32, or int64, which stays.</param>
    /// <param name="targets">One target a row: classes as int64, shape (n), or numbers as float32 or float64, shape (n, k).</param>
    /// <param name="scale">What features that are not int64 are multiplied by when a batch is made, such as 1/255; finite, not 0.</param>
    public ExampleSet(Tensor features, Tensor targets, double scale = 1)
    {
        ArgumentNullException.ThrowIfNull(features);
        ArgumentNullException.ThrowIfNull(targets);
        if (!double.IsFinite(scale) || scale == 0)
            throw new ArgumentOutOfRangeException(nameof(scale), scale, "The scale must be finite and not 0.");

        Features = TakeOver(features);
        Targets = TakeOver(targets);
        Scale = scale;
    }

    /// <summary>The features as they are kept, shape (n, …).</summary>
    public Tensor Features { get; }

    /// <summary>The targets, shape (n) or (n, k).</summary>
    public Tensor Targets { get; }

    /// <summary>What features are multiplied by when a batch is made.</summary>
    /// <value>1 by default.</value>
    public double Scale { get; }

    /// <summary>How many examples there are, by the features.</summary>
    public int Count => Features.dim() == 0 ? 0 : checked((int)Features.shape[0]);

    /// <summary>Copies some examples into a set of their own.</summary>
    /// <param name="indices">Which examples, from 0, in the order they shall have.</param>
    /// <returns>The new set, to be disposed for itself.</returns>
    public ExampleSet Select(IEnumerable<int> indices)
    {
        using var scope = NewDisposeScope();
        var index = tensor(indices.Select(i => (long)i).ToArray());
        return new ExampleSet(Features.index_select(0, index), Targets.index_select(0, index), Scale);
    }

    /// <summary>Makes a batch of the examples at given indices. The tensors belong to the caller's dispose scope.</summary>
    /// <param name="indices">Which examples, from 0.</param>
    /// <returns>Features, float32 or int64, shape (batch, …), and targets, int64 or float32.</returns>
    public (Tensor Features, Tensor Targets) Batch(ReadOnlySpan<int> indices)
    {
        var wide = new long[indices.Length];
        for (var i = 0; i < wide.Length; i++)
            wide[i] = indices[i];

        using var index = tensor(wide);
        using var features = Features.index_select(0, index);
        using var targets = Targets.index_select(0, index);
        return (Scaled(features), Plain(targets));
    }

    /// <summary>Makes a batch of consecutive examples. The tensors belong to the caller's dispose scope.</summary>
    /// <param name="start">The first example, from 0.</param>
    /// <param name="count">How many.</param>
    /// <returns>Features, float32 or int64, shape (batch, …), and targets, int64 or float32.</returns>
    public (Tensor Features, Tensor Targets) Batch(int start, int count)
    {
        using var features = Features.narrow(0, start, count);
        using var targets = Targets.narrow(0, start, count);
        return (Scaled(features), Plain(targets));
    }

    /// <summary>Frees the tensors.</summary>
    public void Dispose()
    {
        Features.Dispose();
        Targets.Dispose();
    }

    /// <summary>All targets as batches have them.</summary>
    internal Tensor BatchTargets() => Plain(Targets);

    private static Tensor TakeOver(Tensor tensor)
    {
        if (tensor.device_type == DeviceType.CPU && tensor.is_contiguous() && !tensor.requires_grad)
            return tensor.DetachFromDisposeScope();

        using (tensor)
        using (var detached = tensor.detach())
        using (var near = detached.cpu())
            return near.contiguous().DetachFromDisposeScope();
    }

    private static Tensor Plain(Tensor tensor) => tensor.to(tensor.dtype == ScalarType.Int64 ? ScalarType.Int64 : ScalarType.Float32);

    private Tensor Scaled(Tensor tensor)
    {
        if (Scale == 1 || tensor.dtype == ScalarType.Int64)
            return Plain(tensor);
        // What is single precision already may be the set's own memory.
        return tensor.dtype == ScalarType.Float32 ? tensor.mul(Scale) : Plain(tensor).mul_(Scale);
    }
}
