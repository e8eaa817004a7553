namespace CoLearn;

/// <summary>
/// A TorchSharp module of one's own as a layer: <c>[Layer&lt;Squash&gt;]</c>, or <c>[Layer&lt;Patches&gt;(64, 48)]</c> where its output has another shape
/// than its input. It begins as its constructor makes it, which may draw from torch's global generator.
/// </summary>
/// <typeparam name="TModule">
/// A <c>torch.nn.Module&lt;Tensor, Tensor&gt;</c> with a public parameterless constructor. It keeps no state besides its registered parameters and buffers.
/// </typeparam>
/// <param name="output">The shape of one example after it, without the batch dimension; none where the shape stays as it is. Checked when a learner starts.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class LayerAttribute<TModule>(params int[] output) : LayerAttribute
    where TModule : class
{
    /// <summary>The shape of one example after it; empty where the shape stays as it is.</summary>
    public IReadOnlyList<int> Output { get; } = output;
}
