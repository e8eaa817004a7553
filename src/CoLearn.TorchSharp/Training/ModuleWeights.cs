using CoLearn.Exchange;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace CoLearn.Training;

/// <summary>A module's parameters and persistent buffers as <see cref="Weights"/>, and back. Modules with equal tensors give equal hashes.</summary>
public static class ModuleWeights
{
    /// <summary>Writes every entry of the module's state dictionary.</summary>
    /// <param name="module">The module, on the CPU.</param>
    /// <returns>The weights, in safetensors' canonical form.</returns>
    public static Weights Write(Module module)
    {
        ArgumentNullException.ThrowIfNull(module);
        using var scope = NewDisposeScope();
        using var withoutGradients = no_grad();
        var weights = SafeTensors.Write(module.state_dict().Select(entry =>
            new NamedTensor(entry.Key, entry.Value.dtype.ToDType(), entry.Value.shape, new TensorMemory(entry.Value.contiguous()).Memory)));
        CopiedWeights.Add(weights);
        return weights;
    }

    /// <summary>Copies weights into a module. Everything is checked before anything is copied.</summary>
    /// <param name="weights">The weights, which may come from another party.</param>
    /// <param name="module">The module, on the CPU.</param>
    /// <exception cref="FormatException">The weights are damaged, or do not fit the module; the message says how in one sentence.</exception>
    public static void Read(Weights weights, Module module)
    {
        ArgumentNullException.ThrowIfNull(module);
        var tensors = SafeTensors.Read(weights);
        var state = module.state_dict();
        foreach (var tensor in tensors)
        {
            if (!state.TryGetValue(tensor.Name, out var own))
                throw new FormatException($"The weights hold the tensor '{tensor.Name}', which the model does not have.");
            if (own.dtype.ToDType() != tensor.Type || !own.shape.SequenceEqual(tensor.Shape))
                throw new FormatException($"The weights' tensor '{tensor.Name}' is {Text(tensor.Type, tensor.Shape)}, but the model's is {Text(own.dtype.ToDType(), own.shape)}.");
        }

        if (tensors.Count < state.Count)
        {
            var missing = state.Keys.Except(tensors.Select(tensor => tensor.Name)).Order(StringComparer.Ordinal).First();
            throw new FormatException($"The weights lack the tensor '{missing}', which the model has.");
        }

        using var scope = NewDisposeScope();
        using var withoutGradients = no_grad();
        foreach (var tensor in tensors)
            Copy(tensor, state[tensor.Name]);
        CopiedWeights.Add(weights);
    }

    private static void Copy(NamedTensor source, Tensor target)
    {
        if (target.is_contiguous())
        {
            source.Data.Span.CopyTo(target.bytes);
            return;
        }

        var copy = empty(target.shape, target.dtype);
        source.Data.Span.CopyTo(copy.bytes);
        target.copy_(copy);
    }

    private static string Text(DType type, IEnumerable<long> shape) => $"{type} ({string.Join(", ", shape)})";
}
